import { stopEmbeddedNow } from '../embedded/embedded.ts'
import { tryLockState } from './lock.ts'
import { readServerNote } from './note.ts'
import { leaveUser, listUsers } from './users.ts'

/** Watches how this process ends, from the first step of a start to the end of the lease. */
export interface ExitWatch {
  /** Aborts with the caller's signal, and when a terminal's signal ends this process. */
  readonly signal: AbortSignal
  /** The start is over, successful or not; this is how to leave cleanly. */
  ready(release: () => Promise<void>): void
  /** Left cleanly: there is nothing left to do at exit. */
  forget(): void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * A script that student code ends with process.exit(), or that Ctrl-C ends, leaves no server behind. A process
 * that handles signals itself is left to do so.
 */
export function leaveOnExit(session: string, outer: AbortSignal | undefined): ExitWatch {
  const controller = new AbortController()
  let ready: (release: () => Promise<void>) => void = () => {}
  const started = new Promise<() => Promise<void>>((resolve) => (ready = resolve))
  const onAbort = () => controller.abort(outer?.reason)
  const onExit = () => {
    try {
      leaveNow(session)
    } catch {
      // A state folder that is not ours, or cannot be written: the start itself has said so.
    }
  }
  const onSignal = async (name: NodeJS.Signals) => {
    if (handled.has(name)) return
    controller.abort()
    const release = await started
    await release().catch(() => {})
    if (ours.size === 0) process.kill(process.pid, name)
  }
  // Handlers added later belong to libraries, which wait for everybody else to leave.
  const handled = new Set<NodeJS.Signals>(
    signals.filter((name) => process.listeners(name).some((listener) => !ours.has(listener))),
  )
  if (outer?.aborted) onAbort()
  outer?.addEventListener('abort', onAbort)
  process.on('exit', onExit)
  ours.add(onSignal)
  for (const name of signals) process.on(name, onSignal)
  return {
    signal: controller.signal,
    ready,
    forget() {
      outer?.removeEventListener('abort', onAbort)
      process.off('exit', onExit)
      for (const name of signals) process.off(name, onSignal)
      ours.delete(onSignal)
    },
  }
}

// --- internal ---

/** The handlers of all leases of this process: the last one to leave passes the signal on. */
const ours = new Set<unknown>()

/** At 'exit' nothing can be awaited: the server is told to end, and the next start waits until it has. */
function leaveNow(session: string): void {
  leaveUser(session)
  const deadline = performance.now() + 1000
  let lock = tryLockState()
  while ('pid' in lock && lock.pid !== process.pid && performance.now() < deadline) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    lock = tryLockState()
  }
  // This process holds it: it is ending during a start.
  const busy = 'pid' in lock && lock.pid !== process.pid
  const { alive } = listUsers()
  const others = alive.some(({ provider = 'embedded' }) => provider === 'embedded')
  if (!busy && !others && !readServerNote('embedded')?.keep) stopEmbeddedNow()
  if (!('pid' in lock)) lock[Symbol.dispose]()
}

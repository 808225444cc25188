import { setTimeout as delay } from 'node:timers/promises'
import { acquireDatabase } from '../acquire.ts'
import { connect, type OwnConnection } from '../connect.ts'
import { lockState } from './lock.ts'
import { readServerNote } from './note.ts'
import type { DatabaseLease } from '../types.ts'

/** `reviving`: it went away and is being started; `down`: it was stopped on purpose, or can't be started. */
export type ServerState = 'ready' | 'reviving' | 'down'

/** Watches the server of a lease. Dispose it before the lease. */
export interface ServerWatch extends AsyncDisposable {
  /**
   * Resolves when the server answers: immediately if it does, otherwise after a restart, even of a stopped server.
   * @throws {WorkbookError} what keeps it from starting
   */
  ready(): Promise<void>
}

/**
 * Notices at once when the server goes away. One that was killed is brought back, with its data and its accounts;
 * `lease.access` then says where it listens now. One that somebody has stopped is left alone until it is asked for.
 * @param outer aborts whatever is going on
 * @throws {WorkbookError} when the server does not answer now
 */
export async function watchServer(
  lease: DatabaseLease,
  onChange: (state: ServerState) => void,
  outer?: AbortSignal,
): Promise<ServerWatch> {
  const over = new AbortController()
  const signal = AbortSignal.any([over.signal, ...(outer ? [outer] : [])])
  const { provider } = lease.access
  let revived: DatabaseLease | undefined
  let state: ServerState = 'ready'
  let held: OwnConnection | undefined
  let last: Promise<unknown> = Promise.resolve()

  const become = (now: ServerState) => {
    if (state === now || signal.aborted) return
    state = now
    onChange(now)
  }
  const inTurn = (action: () => Promise<void>) => {
    const turn = last.then(action)
    last = turn.catch(() => {})
    return turn
  }
  const hold = async () => {
    const own = await connect(lease.access.admin)
    for (const event of ['error', 'end']) own.connection.on(event, () => lose(own))
    held = own
    become('ready')
  }
  /** A connection that nobody uses is closed after `wait_timeout`, although the server is there. */
  const holds = () =>
    hold().then(
      () => true,
      () => false,
    )
  const lose = (own: OwnConnection) => {
    if (held !== own || signal.aborted) return
    held = undefined
    inTurn(reviveUnlessStopped).catch(() => {})
  }
  const revive = async () => {
    become('reviving')
    try {
      // Another provider would have other data. The listener that gets `reviving` reports it, so this prints nothing.
      const again = await acquireDatabase({ signal, provider, progress: { step: () => {} } })
      const before = revived
      revived = again
      Object.assign(lease.access, again.access)
      await before?.[Symbol.asyncDispose]()
      await hold()
    } catch (error) {
      become('down')
      throw error
    }
  }
  const isNoted = () => readServerNote(provider) !== undefined
  const wasStopped = async () => {
    // A process that stops a server holds the lock until its note is gone.
    using _lock = await lockState({ signal })
    return !isNoted()
  }
  const reviveUnlessStopped = async () => {
    if (held || (await holds())) return
    if (await wasStopped()) become('down')
    else await revive()
  }
  const lookAgain = async () => {
    while (!signal.aborted) {
      await delay(1000, undefined, { signal, ref: false }).catch(() => {})
      // Somebody else may have started it, here or at another port.
      if (state === 'down') await inTurn(isNoted() ? revive : hold).catch(() => {})
    }
  }

  await hold()
  const looking = lookAgain()
  return {
    ready: () =>
      inTurn(async () => {
        if (!(await answers(held)) && !(await holds())) await revive()
      }),
    async [Symbol.asyncDispose]() {
      over.abort()
      await Promise.all([last, looking])
      await held?.[Symbol.asyncDispose]()
      await revived?.[Symbol.asyncDispose]()
    },
  }
}

// --- internal ---

/** It has to ask: the server may have died a moment ago, before anybody noticed. */
async function answers(held: OwnConnection | undefined): Promise<boolean> {
  try {
    await held?.connection.ping()
    return held !== undefined
  } catch {
    return false
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import type { ProcessIdentity } from '../system/process-identity.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { patience } from './patience.ts'
import { killServer, runningServer } from './running-server.ts'
import { shareServer } from './share-server.ts'

/** A process with its own lease. */
interface LeaseProcess {
  readonly child: ChildProcess
  /** What it got; rejects with its error output when it got nothing. */
  readonly ready: Promise<{ access: DatabaseAccess; session: string }>
  /** Waits for its end. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>
  /** Lets it leave cleanly. */
  leave(): Promise<void>
}

/** A state folder for one test. Disposing ends what runs in it and removes it. */
export interface TestState extends AsyncDisposable {
  readonly folder: string
  /** Starts a process that acquires the database. */
  lease(options?: { env?: Record<string, string>; args?: string[] }): LeaseProcess
  /** Lets all of them leave. */
  leaveAll(): Promise<void>
  /** The running mysqld of this folder. */
  server(): Promise<ProcessIdentity | undefined>
}

/** A fresh state folder; the MySQL that this checkout uses is shared with it, not fetched again. */
export async function makeState(options: { share?: boolean } = {}): Promise<TestState> {
  const folder = await mkdtemp(path.join(tmpdir(), 'workbook state '))
  if (options.share !== false) await shareServer(folder)
  const leases: LeaseProcess[] = []
  const state: TestState = {
    folder,
    lease({ env = {}, args = [] } = {}) {
      const lease = startLease(
        { WORKBOOK_STATE: folder, WORKBOOK_DATABASE: 'embedded', ...env },
        args,
      )
      leases.push(lease)
      return lease
    },
    async leaveAll() {
      await Promise.all(leases.splice(0).map((lease) => lease.leave()))
    },
    server: () => runningServer(folder),
    async [Symbol.asyncDispose]() {
      await state.leaveAll()
      await killServer(folder)
      await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
  return state
}

/** Waits until something holds. @param during what must not end before; how it ended is told */
export async function until(
  holds: () => boolean | Promise<boolean>,
  during?: Promise<unknown>,
): Promise<void> {
  const deadline = Date.now() + patience
  let ended: string | undefined
  during?.then(
    (value) => (ended = inspect(value)),
    (error: unknown) => (ended = inspect(error)),
  )
  while (!(await holds())) {
    if (ended) throw new Error(`It ended before it came to that: ${holds}\n${ended}`)
    if (Date.now() > deadline) throw new Error(`It never came to that: ${holds}`)
    await sleep(50)
  }
}

// --- internal ---

function startLease(env: Record<string, string>, args: string[]): LeaseProcess {
  const script = fileURLToPath(new URL('./lease-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, ...args], {
    env: { ...process.env, WORKBOOK_LANG: 'en', MYSQL_HOST: '', ...env },
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdin.on('error', () => {})
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stderr }))
  const ready = Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => JSON.parse(String(line))),
    ended.then(() => Promise.reject(new Error(stderr))),
  ])
  ready.catch(() => {})
  return {
    child,
    ready,
    ended,
    async leave() {
      child.stdin.end()
      await ended
    },
  }
}

import { say } from '../language/language.ts'
import { leaveOnExit } from './server/leave-on-exit.ts'
import { lockState } from './server/lock.ts'
import { releaseServer, useServer } from './server/server.ts'
import type { DatabaseLease, StartProgress } from './types.ts'
import type { ProviderName } from '../config.ts'
import { requireTemporaryFolder } from '../system/temporary-folder.ts'
import { enterUser, leaveUser, newSession } from './server/users.ts'

export { databaseStatus, stopDatabase } from './server/status.ts'
export { resetPractice } from './practice.ts'

export interface AcquireOptions {
  /** Told what is going on while a server starts. */
  progress: StartProgress
  /** Use only this one; by default the first that works here. */
  provider?: ProviderName
  /** Aborts the start: what this process has begun is stopped and removed. */
  signal?: AbortSignal
  /** From now on the server stays when its last user leaves, until `npm run db -- stop`. */
  keep?: boolean
}

/**
 * A server in use by this process: the one that is running already, otherwise a new one. Starting takes a second, at the very
 * first time about ten more (the fetch).
 * @throws {WorkbookError} whatever keeps the chosen provider from working
 * @throws the signal's reason when it aborts
 */
export async function acquireDatabase(options: AcquireOptions): Promise<DatabaseLease> {
  const { progress, provider, keep = false } = options
  requireTemporaryFolder()
  const session = newSession()
  const exit = leaveOnExit(session, options.signal)
  const waiting = (pid: number) => progress.step(say('db.waiting', { pid }))
  try {
    using _lock = await lockState({ signal: exit.signal, waiting })
    // Noted first: should this process be killed while it starts a server, the next command finds the traces.
    enterUser(session)
    const { access, created } = await useServer({
      session,
      progress,
      provider,
      signal: exit.signal,
      keep,
    })
    const release = once(async () => {
      const interrupted = exit.signal.aborted
      await releaseServer({ session, access, created, interrupted })
      exit.forget()
    })
    exit.ready(release)
    return { access, session, [Symbol.asyncDispose]: release }
  } catch (error) {
    leaveUser(session)
    exit.ready(async () => {})
    exit.forget()
    throw error
  } finally {
    progress.done?.()
  }
}

// --- internal ---

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= action())
}

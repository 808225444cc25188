import { setTimeout as delay } from 'node:timers/promises'
import { connect } from '../database/connect.ts'
import type { Account } from '../database/types.ts'
import type { ConsoleConnection } from './connection.ts'
import type { StopReason } from './results.ts'

/**
 * Waits for a statement, and stops it on the server when it takes too long or `signal` aborts: `KILL QUERY` from a
 * second connection of the same account. A `SLEEP()` that is stopped ends without an error, so the reason is returned separately.
 * @param limit milliseconds
 */
export async function stopping<T>(
  { rows, connection }: ConsoleConnection,
  account: Account,
  { signal, limit }: { signal: AbortSignal; limit: number },
  statement: Promise<T>,
): Promise<{ answer: T | undefined; stopped: StopReason | undefined }> {
  const over = new AbortController()
  let stopped: StopReason | undefined
  const reason = Promise.race<StopReason>([
    delay(limit, 'time', { signal: over.signal }),
    aborted(signal, over.signal).then(() => 'cancelled'),
  ])
  const kill = async (why: StopReason) => {
    stopped = why
    await killQuery(account, rows.threadId)
    // A server that does not stop, or can't be reached, is left alone.
    await delay(patience, undefined, { signal: over.signal })
    connection.destroy()
    return undefined
  }
  const killing = reason.then(kill).catch(() => undefined)
  const answer = await Promise.race([statement, killing])
  over.abort()
  // The KILL must not hit the next statement.
  await killing
  return { answer, stopped }
}

// --- internal ---

/** Milliseconds that the server has for stopping. */
const patience = 5000

function aborted(signal: AbortSignal, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true, signal: over })
  })
}

async function killQuery(account: Account, thread: number): Promise<void> {
  try {
    await using own = await connect(account, { connectTimeout: patience })
    await own.connection.query(`KILL QUERY ${thread}`)
  } catch {
    // It had already ended, or the server is gone: the statement itself reports that.
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'mysql2/promise'
import { shutdown } from '#exercise/10-cleanup/3-shutdown'
import {
  byTest,
  exercise,
  expectValue,
  falsyErrors,
  holdClock,
  inTime,
  mistake,
  passAMinute,
  realDelay,
  releaseClock,
} from '#support'
import { expectNoneOpen, expectQuit, expectThrown, outcomeOf, threadOf } from './probes.ts'

// Ending the pool is the task.
const test = exercise(import.meta.url, { leaves: ['closed'] })

test('closes every connection of the pool, with a Quit', async ({
  createPool,
  connection,
  server,
}) => {
  const pool = createPool()
  await Promise.all([threadOf(pool), threadOf(pool), threadOf(pool)])
  const mine = connection.threadId
  const threads = (await server.openConnections()).filter((thread) => thread !== mine)
  await shutdown(pool)
  await expectClosed(pool)
  await expectNoneOpen(server, [connection], 'still-open')
  await expectQuit(server, threads)
})

test('closes each pool it is given', async ({ createPool, connection, server }) => {
  const pools = [createPool(), createPool()]
  for (const pool of pools) await threadOf(pool)
  await shutdown(pools[0]!)
  await shutdown(pools[1]!)
  const seen = await server.leftOpen(connection)
  if (seen.length > 0) throw mistake('one-for-all', { expected: [], seen })
  for (const pool of pools) await expectClosed(pool)
  // One that takes long, and then fails, has nothing to do with the others.
  const slow = createPool()
  let fail = (_error: Error) => {}
  holdEnd(slow, new Promise<void>((_resolve, reject) => (fail = reject)))
  const waiting = outcomeOf(() => shutdown(slow))
  const other = createPool()
  const outcome = await inTime(outcomeOf(() => shutdown(other)))
  fail(new Error('Not closed.'))
  await waiting
  if (outcome === 'late') expectValue('one after the other', 'at once', 'shutdown()')
  const next = await outcomeOf(() => shutdown(createPool()))
  if ('error' in next) throw next.error
})

test('waits for a statement that is running', async ({ createPool }) => {
  const pool = createPool()
  const { slow } = await slowStatement(pool)
  await whileTimePasses(() => shutdown(pool), slow)
  await delay(1)
  const seen = slow.state
  await slow.settled
  if (slow.state === 'cut') throw mistake('cuts-work', { expected: 'through', seen: slow.error })
  if (seen === 'running') throw mistake('not-awaited', { expected: 'through', seen })
  // A connection that somebody has borrowed, and that has nothing to do, is not waited for.
  const idle = createPool({ connectionLimit: 1 })
  const borrowed = await idle.getConnection()
  const ending = shutdown(idle)
  const outcome = await inTime(ending)
  if (outcome !== 'late') return
  borrowed.release()
  await ending
  throw mistake('still-open', { expected: 'closed', seen: 'waits for an idle connection' })
})

test('may be called twice at once, and both callers wait', async ({ createPool }) => {
  const pool = createPool()
  const { slow } = await slowStatement(pool)
  const first = outcomeOf(() => shutdown(pool))
  const second = await outcomeOf(() => shutdown(pool))
  await delay(1)
  const seen = slow.state
  await first
  await slow.settled
  if ('error' in second) throw mistake('second-end', { expected: 'resolved', seen: second.error })
  if (seen === 'running') throw mistake('second-returns-early', { expected: 'through', seen })
})

test('may be called again later', async ({ createPool }) => {
  const pools = [createPool(), createPool()]
  await threadOf(pools[0]!)
  for (const pool of pools) {
    // However much later.
    await whileTimePasses(() => shutdown(pool))
    const again = await outcomeOf(() => shutdown(pool))
    if ('error' in again) throw mistake('second-end', { expected: 'resolved', seen: again.error })
  }
  // Whatever has been closed in the meantime.
  const others = Array.from({ length: 1_100 }, () => createPool())
  for (const pool of others) await shutdown(pool)
  for (const pool of [...pools, ...others]) {
    const again = await outcomeOf(() => shutdown(pool))
    if ('error' in again) throw mistake('second-end', { expected: 'resolved', seen: again.error })
  }
})

test('tells every caller what keeps the pool from closing cleanly', async ({
  createPool,
  server,
}) => {
  const pool = createPool()
  const { slow, thread } = await slowStatement(pool, 5)
  const closing = Promise.all([1, 2].map(() => outcomeOf(() => shutdown(pool))))
  await delay(20)
  await server.kill(thread).catch(() => {})
  const outcomes = await closing
  await slow.settled
  for (const [index, { error }] of outcomes.entries()) {
    const { code } = (error ?? {}) as { code?: string }
    if (code === 'PROTOCOL_CONNECTION_LOST') continue
    const details = { expected: 'PROTOCOL_CONNECTION_LOST', seen: error ?? 'resolved' }
    if (!error) throw mistake('swallows-errors', details)
    throw mistake(index === 0 ? 'error-replaced' : 'second-end', details)
  }
  const { error } = await outcomeOf(() => shutdown(pool))
  if ((error as { code?: string } | undefined)?.code !== 'PROTOCOL_CONNECTION_LOST') {
    const details = { expected: 'PROTOCOL_CONNECTION_LOST', seen: error ?? 'resolved' }
    throw mistake(error ? 'second-end' : 'swallows-errors', details)
  }
  const closed = new Error("Can't add new command when connection is in closed state")
  const lost = ['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', undefined].map(
    (code) => Object.assign(new Error('Not closed.'), { code, fatal: true }),
  )
  for (const failure of [new Error('Not closed.'), closed, ...lost, ...falsyErrors]) {
    const unwilling = createPool()
    const refusal = refuseToEnd(unwilling, failure)
    const outcomes = await Promise.all([1, 2].map(() => outcomeOf(() => shutdown(unwilling))))
    outcomes.push(await outcomeOf(() => shutdown(unwilling)))
    if (refusal.wasTold) for (const outcome of outcomes) expectThrown(outcome, failure)
  }
})

// --- internal ---

/** A running statement that takes a while (in seconds), its outcome, and its connection. */
async function slowStatement(pool: Pool, seconds = 0.3) {
  // A statement that waited for its connection would not be running yet.
  const thread = await threadOf(pool)
  const slow = { state: 'running' as 'running' | 'through' | 'cut', error: undefined as unknown }
  const settled = pool.query(byTest('SELECT SLEEP(?)'), [seconds]).then(
    () => void (slow.state = 'through'),
    (error: unknown) => void Object.assign(slow, { state: 'cut', error }),
  )
  await delay(20)
  return { slow: Object.assign(slow, { settled }), thread }
}

/** `end()` takes as long as this promise, and fails as it does. */
function holdEnd(pool: Pool, end: Promise<void>): void {
  end.catch(() => {})
  pool.end = () => end
  pool.pool.end = (done?: (error: NodeJS.ErrnoException | null) => void) => {
    end.then(() => done?.(null), done)
  }
}

/** Makes `end()` fail. @returns whether it could say so: a callback takes a falsy error for success */
function refuseToEnd(pool: Pool, failure: unknown): { wasTold: boolean } {
  const refusal = { wasTold: true }
  pool.end = () => Promise.reject(failure)
  pool.pool.end = (done) => {
    if (!failure) refusal.wasTold = false
    done?.(failure as NodeJS.ErrnoException | null)
  }
  return refusal
}

/** For code with its own time limit, minutes pass at once: as long as `slow` is running, and after `work` is done. */
async function whileTimePasses(work: () => Promise<void>, slow?: { state: string }): Promise<void> {
  using _ = holdClock()
  const working = { ended: false }
  const isRunning = () => !slow || slow.state === 'running'
  const done = work().finally(() => (working.ended = true))
  done.catch(() => {})
  do {
    await passAMinute()
    await realDelay(5)
  } while (!working.ended && isRunning())
  await passAMinute()
  releaseClock()
  await done
}

async function expectClosed(pool: Pool): Promise<void> {
  const outcome = await outcomeOf(() => threadOf(pool))
  if ('error' in outcome) return
  throw mistake('still-open', { expected: 'Pool is closed.', seen: 'a connection' })
}

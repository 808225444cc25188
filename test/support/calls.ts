import { isDeepStrictEqual } from 'node:util'
import type { Connection } from 'mysql2/promise'
import { byTest } from './by-test.ts'
import { expectValue, found, mistake } from './findings.ts'
import { inTime, type Settled } from './patience.ts'
import type { Server } from './server.ts'

/** Starts all calls before the first has ended; how each ended, in their order. A stub's error is rethrown. */
export async function atOnce<T>(calls: readonly (() => Promise<T>)[]): Promise<Settled<T>[]> {
  const outcomes = await Promise.all(calls.map(settle))
  for (const outcome of outcomes) {
    const error = 'error' in outcome ? outcome.error : undefined
    // A stub, and what a spec has found out inside a callback, do not count as outcomes.
    if (error instanceof Error && (error.message === 'TODO' || error.name === 'WrongAnswer'))
      throw error
  }
  return outcomes
}

/**
 * Fails if calls at once answer differently from the same calls one after the other.
 * @param what was called: `history()`
 * @param otherwise the mistake, if the page names one
 */
export async function expectApart(
  calls: readonly (() => Promise<unknown>)[],
  what: string,
  otherwise?: string,
): Promise<void> {
  const expected: unknown[] = []
  for (const call of calls) expected.push(await call())
  const seen = await Promise.all(calls.map((call) => call()))
  judgeAtOnce(seen, expected, what, otherwise)
}

/**
 * Asks, sends a change over the same connection, and asks again before anything is answered. Fails if the second answer
 * does not know of the change: then it is the first one's. Nor may two calls return one and the same object.
 * @param change SQL, after which the answer is a different one
 */
export async function expectChangeSeen(
  connection: Connection,
  change: string,
  ask: () => Promise<unknown>,
  what: string,
  otherwise?: string,
): Promise<void> {
  const [first, , seen] = await Promise.all([ask(), connection.query(byTest(change)), ask()])
  const expected = await ask()
  if (!isDeepStrictEqual(inAnyOrder(seen), inAnyOrder(expected)))
    judgeAtOnce(seen, expected, what, otherwise)
  if (typeof seen === 'object' && seen !== null && [first, expected].includes(seen))
    throw found('finding.shared-result', { what }, { seen })
}

/** A callback that counts, to hand to the student's code. */
export interface Counted<Args extends unknown[], Result> {
  run(...args: Args): Promise<Result>
  /** How often it was called. */
  calls: number
  /** How many of its runs have not ended yet. */
  running: number
}

/** Counts the runs of `work`; `work` may throw before it returns a promise. */
export function counted<Args extends unknown[], Result>(
  work: (...args: Args) => Promise<Result> | Result,
): Counted<Args, Result> {
  const callback: Counted<Args, Result> = {
    calls: 0,
    running: 0,
    run(...args) {
      callback.calls += 1
      callback.running += 1
      const ended = () => void (callback.running -= 1)
      try {
        const result = Promise.resolve(work(...args))
        result.then(ended, ended)
        return result
      } catch (error) {
        ended()
        throw error
      }
    },
  }
  return callback
}

/** Fails unless the callback has run once, and its run has ended. */
export function expectRanOnce({ calls, running }: Counted<never[], unknown>, what: string): void {
  if (calls !== 1) throw found('finding.callback-runs', { what, calls })
  if (running > 0) throw found('finding.callback-running', { what })
}

/**
 * Calls `work` while the caller has a transaction open, with a row in it that is not committed.
 * @returns how `work` ended, and what happened to the transaction: `left` open, as it must be, `committed`, `rolled back`,
 * or the connection is `lost`. It is rolled back afterwards.
 */
export async function insideTransaction<T>(
  { connection, server }: { connection: Connection; server: Server },
  work: () => Promise<T>,
): Promise<{ outcome: Settled<T>; transaction: 'left' | 'committed' | 'rolled back' | 'lost' }> {
  const title = `of the caller ${connection.threadId}`
  const isThere = 'SELECT id FROM conversations WHERE title = ?'
  await connection.query(byTest('START TRANSACTION'))
  await connection.query(byTest('INSERT INTO conversations (title) VALUES (?)'), [title])
  const [outcome] = (await atOnce([work])) as [Settled<T>]
  const committed = (await server.query(isThere, [title])).length > 0
  const own = await settle(() => connection.query(byTest(isThere), [title]))
  await settle(() => connection.query(byTest('ROLLBACK')))
  if ('error' in own) return { outcome, transaction: 'lost' }
  const seen = (own.value[0] as unknown[]).length > 0
  return { outcome, transaction: committed ? 'committed' : seen ? 'left' : 'rolled back' }
}

/** Fails with `callers-transaction` if the function ends a transaction that its caller has begun. */
export async function expectTransactionLeft(
  lab: { connection: Connection; server: Server },
  call: () => Promise<unknown>,
): Promise<void> {
  const { transaction } = await insideTransaction(lab, call)
  if (transaction !== 'left')
    throw mistake('callers-transaction', { expected: 'left', seen: transaction })
}

/**
 * The same for a function that only reads, when the call succeeds and when the server refuses: the tables are gone then, and
 * stay so. Nor may it lock the rows that it reads.
 * @param call its outcome does not matter
 */
export async function expectTransactionLeftOnError(
  lab: { connection: Connection; server: Server },
  call: () => Promise<unknown>,
): Promise<void> {
  await expectTransactionLeft(lab, async () => {
    const answer = await call()
    await expectNoneLocked(lab.server)
    return answer
  })
  await lab.server.query('RENAME TABLE messages TO gone_messages, conversations TO gone')
  await expectSavepointLeft(lab.connection, call)
}

/** The same, where there need be no table; the outcome of the call does not matter. */
export async function expectSavepointLeft(
  connection: Connection,
  call: () => Promise<unknown>,
): Promise<void> {
  const { isEnded } = await withSavepoint(connection, () => settle(call))
  if (isEnded) throw mistake('callers-transaction', { expected: 'left', seen: 'ended' })
}

/**
 * Does `work`, which only reads, while the caller has a transaction open, and fails if that was ended, or if rows are locked.
 * It needs no table, and no page that explains a mistake: for functions to which nobody has to say that the transaction is not
 * theirs.
 */
export async function inCallersTransaction<T>(
  { connection, server }: { connection: Connection; server: Server },
  work: () => Promise<T>,
): Promise<T> {
  const { result, isEnded } = await withSavepoint(connection, async () => {
    const result = await work()
    await expectNoneLocked(server)
    return result
  })
  if (isEnded) throw found('finding.transaction-ended')
  return result
}

/**
 * Lets another session write after each statement that `connection` sends, before the student's code goes on: the newest
 * row is then not the student's. @param write is told the statement @returns stops it
 */
export function writeInBetween(
  connection: Connection,
  write: (sql: string) => Promise<unknown>,
): Disposable {
  for (const name of ['query', 'execute'] as const) {
    const send = connection[name].bind(connection) as (...args: unknown[]) => Promise<unknown>
    const value = async (...args: unknown[]) => {
      const answer = await send(...args)
      const [first] = args as [string | { sql?: string }]
      await write(typeof first === 'string' ? first : String(first?.sql))
      return answer
    }
    Object.defineProperty(connection, name, { value, configurable: true, writable: true })
  }
  const own = connection as unknown as Record<string, unknown>
  return {
    [Symbol.dispose]() {
      delete own.query
      delete own.execute
    },
  }
}

/**
 * Fails if an answer is a different one while another session has changed rows and not committed.
 * @param changes SQL
 */
export async function expectOnlyCommitted(
  server: Pick<Server, 'session'>,
  changes: string,
  ask: () => Promise<unknown>,
): Promise<void> {
  await expectWhileOthersChange(server, changes, ask, await ask())
}

/** The same for what changes rows itself: it has to wait for those that are locked. An error is an answer, too. */
export async function expectWaited(
  server: Pick<Server, 'session'>,
  changes: string,
  call: () => Promise<unknown>,
  expected: unknown,
): Promise<void> {
  const ask = () =>
    call().catch((error: { errno?: number }) => {
      if (error.errno !== lockNotAvailable) throw error
      return expected
    })
  await expectWhileOthersChange(server, changes, ask, expected)
}

/** ER_LOCK_NOWAIT: what a statement fails with that does not want to wait. */
export const lockNotAvailable = 3572

// --- internal ---

/** Fails if somebody has locked rows of the chat that are committed: a reader that skips those finds fewer. */
async function expectNoneLocked(server: Pick<Server, 'query'>): Promise<void> {
  for (const table of ['conversations', 'messages']) {
    const count = `SELECT COUNT(*) AS n FROM ${table}`
    const counts = await settle(() =>
      Promise.all([server.query(count), server.query(`${count} FOR UPDATE SKIP LOCKED`)]),
    )
    // Not every exercise has these tables.
    if ('error' in counts) continue
    const [[all], [free]] = counts.value as [[{ n: number }], [{ n: number }]]
    if (free.n < all.n)
      throw found(
        'finding.rows-locked',
        { n: all.n - free.n, table },
        { expected: all, seen: free },
      )
  }
}

/** Whatever waits for a lock goes on when the changes are undone. */
async function expectWhileOthersChange(
  server: Pick<Server, 'session'>,
  changes: string,
  ask: () => Promise<unknown>,
  expected: unknown,
): Promise<void> {
  await using outside = await server.session()
  await outside.query(`START TRANSACTION; ${changes}`)
  const call = ask()
  if ((await inTime(call, 100)) === 'late') await outside.rollback()
  const seen = await call
  if (!isDeepStrictEqual(inAnyOrder(seen), inAnyOrder(expected)))
    throw found('finding.others-unfinished', {}, { expected, seen })
}

function judgeAtOnce(seen: unknown, expected: unknown, what: string, otherwise?: string): void {
  if (otherwise && !isDeepStrictEqual(seen, expected)) throw mistake(otherwise, { expected, seen })
  expectValue(seen, expected, `Promise.all([${what}, ${what}])`)
}

function inAnyOrder(answer: unknown): unknown {
  return Array.isArray(answer) ? answer.map((row) => JSON.stringify(row)).toSorted() : answer
}

/** Does `work` twice, in a transaction that was begun, and in one that is open because statements do not commit by themselves. */
async function withSavepoint<T>(
  connection: Connection,
  work: () => Promise<T>,
): Promise<{ result: T; isEnded: boolean }> {
  const begun = await withSavepointIn('START TRANSACTION', connection, work)
  // Switching autocommit on again commits this one, and code that asks for it begins none here.
  return begun.isEnded ? begun : await withSavepointIn('SET autocommit = 0', connection, work)
}

async function withSavepointIn<T>(
  opening: string,
  connection: Connection,
  work: () => Promise<T>,
): Promise<{ result: T; isEnded: boolean }> {
  await connection.query(byTest(opening))
  // Whatever ends a transaction removes its savepoints.
  await connection.query(byTest('SAVEPOINT of_the_caller'))
  let result: T
  let back
  try {
    result = await work()
    back = await settle(() => connection.query(byTest('ROLLBACK TO SAVEPOINT of_the_caller')))
  } finally {
    await settle(() => connection.query(byTest('ROLLBACK')))
    await settle(() => connection.query(byTest('SET autocommit = 1')))
  }
  const { errno } = ('error' in back ? Object(back.error) : {}) as { errno?: number }
  return { result, isEnded: errno === 1305 }
}

async function settle<T>(call: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await call() }
  } catch (error) {
    return { error }
  }
}

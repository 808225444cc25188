import { isDeepStrictEqual } from 'node:util'
import type { Pool } from 'mysql2/promise'
import { byTest, expectRows, found, inTime, limitOf, mistake, type Lab } from '#support'
import { busyPool, expectNoFields, judgeOrder, poolOfOne, soon } from './probes.ts'

// What every function that returns rows must do.

type Row = Record<string, unknown> & { id: number }

/** What another session writes, and does not commit. */
export const uncommitted = 'not committed'

/** What the driver returns for a query that the spec knows: with its Dates, and the columns as requested. */
export async function rowsOf(lab: Lab, sql: string, values: unknown[] = []): Promise<Row[]> {
  const [rows] = await lab.connection.query(byTest(sql), values)
  return (rows as Row[]).map((row) => ({ ...row }))
}

/** Fails unless these are the rows: all of them, in order, with these columns and no others. */
export function judgeRows(seen: unknown, expected: readonly Row[], what: string): void {
  expectNoFields(seen)
  if (!Array.isArray(seen)) expectRows(seen, expected, what)
  const rows = seen as Row[]
  judgeColumns(rows, expected)
  judgeOrder(rows, expected)
  judgeLength(rows, expected)
  judgeTimes(rows, expected)
  judgeTexts(rows, expected)
  expectRows(rows, expected, what)
}

/**
 * Asks where the driver and the session are in a zone that is not this machine's: a time is the same moment there.
 * @param sql what the function asks, for the same columns
 */
export async function expectSameMoments(
  lab: Lab,
  ask: (pool: Pool) => Promise<unknown>,
  sql: string,
  values: unknown[] = [],
): Promise<void> {
  const zone = `+0${lab.random.int(2, 9)}:30`
  const pool = lab.createPool({ connectionLimit: 1, timezone: zone })
  await pool.query(byTest('SET time_zone = ?'), [zone])
  await lab.asItIs()
  const [rows] = await pool.query(byTest(sql), values)
  const expected = (rows as Row[]).map((row) => ({ ...row }))
  judgeRows(await soon(ask(pool)), expected, `with time_zone = '${zone}'`)
}

/** Asks, lets `change` happen behind the function's back, and asks again, over the same pool. @returns the second answer */
export async function askAgain<T>(
  lab: Lab,
  ask: (pool: Pool) => Promise<T>,
  change: () => Promise<unknown>,
): Promise<T> {
  const pool = poolOfOne(lab)
  const before = structuredClone(await soon(ask(pool)))
  await change()
  const after = await soon(ask(pool))
  if (isDeepStrictEqual(structuredClone(after), before))
    throw mistake('stale-answer', { expected: 'something else', seen: after })
  return after
}

/**
 * Asks, and when the server has answered, but before the function sees it, lets `change` happen and asks again over the same
 * pool: that answer is not the first one's. @returns it; undefined if nothing went over the pool
 */
export async function askWhileAnswered<T>(
  lab: Lab,
  ask: (pool: Pool) => Promise<T>,
  change: () => Promise<unknown>,
): Promise<T | undefined> {
  let asked = false
  let second: T | undefined
  const pool = busyPool(lab.createPool({ connectionLimit: 3 }), async () => {
    if (asked) return
    asked = true
    await change()
    second = await soon(ask(pool), 'stale-answer')
  })
  await ask(pool)
  return second
}

/**
 * Fails with `cut-short` if the function asks for so many rows and no more.
 * @param row that it returns, as an INSERT without VALUES and the values
 */
export async function expectAllAskedFor(
  lab: Lab,
  ask: (pool: Pool) => Promise<unknown>,
  [sql, values]: [sql: string, values: unknown[]],
): Promise<void> {
  const limit = await limitOf(
    lab.server,
    () => soon(ask(poolOfOne(lab))),
    (rows) => lab.server.query(`${sql} VALUES ?`, [Array.from({ length: rows }, () => values)]),
  )
  if (limit) throw mistake('cut-short', { expected: 'all rows', seen: `LIMIT ${limit}` })
}

/**
 * Asks while another session has made a change that it has not committed: it is not seen, and nobody has to wait for it.
 * @returns the answer
 */
export async function askMeanwhile<T>(
  lab: Lab,
  ask: (pool: Pool) => Promise<T>,
  change: string,
  what: string,
): Promise<T> {
  await using other = await lab.server.session()
  await other.query('START TRANSACTION')
  await other.query(change)
  const outcome = await inTime(ask(poolOfOne(lab)))
  await other.query('ROLLBACK')
  if (outcome === 'late') throw found('finding.value', { what, expected: 'at once', seen: 'late' })
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

/**
 * As soon as the server has answered once, another session takes the first of the rows away. An answer that comes page by
 * page, counted from the beginning, then misses one of the others.
 * @param expected all rows, in order
 */
export async function expectOthersStay(
  lab: Lab,
  ask: (pool: Pool) => Promise<unknown>,
  expected: readonly Row[],
  takeAway: (id: number) => Promise<unknown>,
): Promise<void> {
  const first = expected[0]!.id
  let taken = false
  const pool = busyPool(poolOfOne(lab), async (sql = '') => {
    if (taken || !/^\W*(select|with|table)\b/i.test(sql)) return
    taken = true
    await takeAway(first)
  })
  const seen = await soon(ask(pool))
  const rest = Array.isArray(seen) ? (seen as Row[]).filter(({ id }) => id !== first) : seen
  if (taken) judgeRows(rest, expected.slice(1), 'while another session writes')
}

// --- internal ---

function judgeColumns([row]: readonly Row[], [wanted]: readonly Row[]): void {
  if (!row || !wanted) return
  const [seen, expected] = [Object.keys(row), Object.keys(wanted)]
  if (seen.length > expected.length && expected.every((column) => seen.includes(column)))
    throw mistake('extra-columns', { expected, seen })
}

/** Only the beginning of what was asked for. */
function judgeLength(seen: readonly Row[], expected: readonly Row[]): void {
  if (seen.length < 10 || seen.length >= expected.length) return
  if (seen.every(({ id }, index) => id === expected[index]!.id))
    throw mistake('cut-short', { expected: expected.length, seen: seen.length })
}

/** Right except for the hours: one zone was mistaken for another, or UTC was. */
function judgeTimes(seen: readonly Row[], expected: readonly Row[]): void {
  if (seen.length !== expected.length) return
  for (const [index, row] of expected.entries()) {
    for (const [column, time] of Object.entries(row)) {
      const other = seen[index]![column]
      if (!(time instanceof Date) || !(other instanceof Date)) continue
      const off = other.getTime() - time.getTime()
      if (off !== 0 && off % quarterOfAnHour === 0)
        throw mistake('hours-off', { expected: time, seen: other })
    }
  }
}

/** The right rows, but a text in them is not what is in the table. */
function judgeTexts(seen: readonly Row[], expected: readonly Row[]): void {
  if (seen.length !== expected.length) return
  for (const [index, row] of expected.entries()) {
    for (const [column, text] of Object.entries(row)) {
      const other = seen[index]![column]
      if (typeof text !== 'string' || typeof other !== 'string' || other === uncommitted) continue
      if (other !== text) throw mistake('text-changed', { expected: text, seen: other })
    }
  }
}

const quarterOfAnHour = 900_000

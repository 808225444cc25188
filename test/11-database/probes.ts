import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Pool } from 'mysql2/promise'
import { byTest, mistake, type Lab, type Server } from '#support'

// What several specs of this lesson ask.

/** Whoever keeps the one connection, or takes two at once, makes the next one wait for ever. */
export function poolOfOne(lab: Pick<Lab, 'createPool'>): Pool {
  return lab.createPool({ connectionLimit: 1 })
}

/** Fails with the mistake if `work` is not through after a second and a half. */
export async function soon<T>(work: Promise<T>, otherwise = 'connection-kept'): Promise<T> {
  const stop = new AbortController()
  const late = delay(1500, undefined, { signal: stop.signal }).then(() => {
    throw mistake(otherwise, { expected: 'a free connection', seen: 'none after 1.5 s' })
  })
  late.catch(() => {})
  return Promise.race([work, late]).finally(() => stop.abort())
}

/** Fails if a pool of one has no connection to lend. */
export async function expectLends(pool: Pool, otherwise?: string): Promise<void> {
  await soon(pool.query(byTest('SELECT 1')), otherwise)
}

export interface Outcome<T = unknown> {
  value?: T
  error?: Error & { code?: string; errno?: number }
}

/** What came of it, without throwing; a stub and a finding are no outcome. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() }
  } catch (caught) {
    const error = caught as Error
    if (error.message === 'TODO' || error.name === 'WrongAnswer') throw error
    return { error }
  }
}

/** Fails unless `work` throws this error of the server's. */
export async function expectRefused(
  work: () => Promise<unknown>,
  errno: number,
  name: string,
): Promise<void> {
  judgeRefused(await outcomeOf(work), errno, name)
}

/** Fails unless this error of the server's came. */
export function judgeRefused({ value, error }: Outcome, errno: number, name: string): void {
  if (error?.errno === errno) return
  const details = { expected: `${name} (${errno})`, seen: error ?? value ?? String(value) }
  throw mistake(error ? 'error-replaced' : 'swallows-errors', details)
}

/** Does the function hand on what the server refuses, and give its connection back? Takes the tables away and asks. */
export async function expectErrorPassedOn(
  server: Server,
  pool: Pool,
  ask: () => Promise<unknown>,
): Promise<void> {
  await soon(ask())
  await soon(ask())
  await server.query('DROP TABLE messages, conversations')
  await soon(expectRefused(ask, 1146, 'ER_NO_SUCH_TABLE'))
  await expectLends(pool)
}

/** Awaits what was asked with `text`. A syntax error is a mistake of its own. */
export async function asText<T>(text: string, asked: Promise<T>): Promise<T> {
  const { value, error } = await outcomeOf(() => asked)
  if (!error) return value as T
  if (error.errno === 1064) throw mistake('sql-built-from-strings', { expected: text, seen: error })
  throw error
}

/** Fails unless a value travels apart from the SQL: then the log has it in `Execute` and nowhere else. */
export async function expectSentApart(
  server: Server,
  canary: string,
  ask: (value: string) => Promise<unknown>,
): Promise<void> {
  await asText(`'${canary}`, soon(ask(`'${canary}`)))
  const { statements } = await server.observe(() => soon(ask(canary)))
  const seen = statements.filter(
    ({ command, sql }) => command !== 'Execute' && sql.includes(canary),
  )
  if (seen.length > 0) throw mistake('value-in-sql', { expected: 'Execute', seen })
}

/** Fails when rows came with their columns' descriptions, `[rows, fields]`. */
export function expectNoFields(seen: unknown): void {
  if (!Array.isArray(seen) || !Array.isArray(seen[0])) return
  throw mistake('returns-fields', { expected: '[row, row, …]', seen: '[[row, row, …], fields]' })
}

/** The right rows in a wrong order are a mistake of their own. */
export function judgeOrder(seen: unknown, expected: readonly { id: number }[]): void {
  if (!Array.isArray(seen)) return
  const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)
  const sorted = (rows: readonly { id: number }[]) => ids(rows).toSorted((a, b) => a - b)
  const details = { expected: ids(expected), seen: ids(seen) }
  const same = isDeepStrictEqual(sorted(seen), sorted(expected))
  if (same && !isDeepStrictEqual(details.seen, details.expected)) {
    throw mistake('order-lost', details)
  }
}

type Row = Record<string, unknown> & { id: number }

/** Both tables as everybody sees them, committed rows only, by id. Times are strings. */
export async function readTables(server: Server) {
  return {
    conversations: await server.query<Row>('SELECT * FROM conversations ORDER BY id'),
    messages: await server.query<Row>('SELECT * FROM messages ORDER BY id'),
  }
}

/** Texts that break careless code. */
export function oddTexts(word: string): string[] {
  return [
    `O'Reilly ${word}`,
    `👩‍🚀 ${word} 🍵`,
    `${word}\0after`,
    ` \\'${word}" `,
    `undefined ${word}`,
  ]
}

/** What TEXT can't hold: 70,000 bytes of Cyrillic, two to a letter. */
export const tooLong = 'ж'.repeat(35_000)

/**
 * Starts work that needs a conversation which somebody else has locked, waits until all of it waits, and then does
 * `meanwhile` before the lock is given back. What came of the work.
 */
export async function whileLocked<T>(
  { server, connection }: Pick<Lab, 'server' | 'connection'>,
  id: number,
  work: readonly (() => Promise<T>)[],
  meanwhile: (threads: number[]) => Promise<unknown> = async () => {},
): Promise<Outcome<T>[]> {
  await using other = await server.session()
  await other.query('START TRANSACTION')
  await other.query('SELECT id FROM conversations WHERE id = ? FOR UPDATE', [id])
  const begun = Promise.all(work.map(outcomeOf))
  // Awaited below; until then it must not count as a rejection that nobody handles.
  begun.catch(() => {})
  await meanwhile(await untilStuck(server, connection.threadId, work.length))
  await other.query('COMMIT')
  return soon(begun)
}

// --- internal ---

/**
 * Waits until `count` connections of the student's are in a statement that does not end: the same ones twice in a row.
 * A wrong answer may never come to that, so after a second it is enough. @returns the server's numbers of them
 */
async function untilStuck(server: Server, spare: number, count: number): Promise<number[]> {
  let before: number[] = []
  for (let tries = 0; tries < 16; tries++) {
    await delay(60)
    const own = await server.openConnections()
    const list = await server.query<{ Id: string; Command: string }>('SHOW PROCESSLIST')
    const now = list
      .filter((row) => row.Command !== 'Sleep')
      .map((row) => Number(row.Id))
      .filter((thread) => thread !== spare && own.includes(thread))
    if (now.length >= count && isDeepStrictEqual(now, before)) return now
    before = now
  }
  return before
}

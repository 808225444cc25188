import type { Connection, RowDataPacket } from 'mysql2/promise'
import { isDeepStrictEqual } from 'node:util'
import {
  byTest,
  expectValue,
  found,
  limitOf,
  mistake,
  provokeErrors,
  refuseByNumber,
  setUnusually,
  type Lab,
  type Server,
} from '#support'

/** Both tables with all their columns, as everybody sees them: committed rows, by id. Times are strings. */
export interface Tables {
  conversations: Row[]
  messages: Row[]
}

type Row = Record<string, unknown> & { id: number }

export async function readTables(server: Server): Promise<Tables> {
  return {
    conversations: await server.query<Row>('SELECT * FROM conversations ORDER BY id'),
    messages: await server.query<Row>('SELECT * FROM messages ORDER BY id'),
  }
}

/** Fails when the student's connection sees different rows from everybody else: its transaction is still open. */
export async function expectCommitted({ connection, server }: Lab): Promise<void> {
  for (const sql of [
    'SELECT id, title, is_archived FROM conversations ORDER BY id',
    'SELECT id, conversation_id, sender, content FROM messages ORDER BY id',
  ]) {
    const [own] = await connection.query<RowDataPacket[]>(byTest(sql))
    const others = await server.query(sql)
    const rows = own.map((row) => ({ ...row }))
    if (!isDeepStrictEqual(rows, others)) {
      throw mistake('not-committed', { expected: rows, seen: others })
    }
  }
}

/**
 * Does the function let every refusal through, and leave the settings as they were?
 * @param what is refused, see provokeErrors
 */
export async function expectErrorPassedOn(
  lab: Lab,
  what: string,
  ask: (connection: Connection) => Promise<unknown>,
): Promise<void> {
  const connection = await lab.connect()
  await setUnusually({ ...lab, connection }, 'sql_select_limit = 1000000000')
  await provokeErrors({ ...lab, connection }, what, ask, { otherwise: 'error-replaced' })
  await refuseByNumber(lab, ask)
  await ask(connection)
}

/**
 * The function must reject, since the server refuses what it asks for; the server's error may be its error's `cause`.
 * @param reason the server's error, as people name it
 * @param errno its number, if the server gives one
 */
export async function expectRefused(
  ask: () => Promise<unknown>,
  reason: string,
  errno?: number,
): Promise<void> {
  const outcome = await ask().then(
    (value) => ({ value }),
    (error: Error) => ({ error }),
  )
  if ('value' in outcome) {
    throw mistake('swallows-errors', { expected: reason, seen: outcome.value ?? 'no error' })
  }
  // A stub rejects as well, and `asText` has its own finding.
  if (outcome.error?.message === 'TODO' || outcome.error?.name === 'WrongAnswer')
    throw outcome.error
  if (errno !== undefined && !numbersOf(outcome.error).includes(errno)) {
    throw mistake('error-replaced', { expected: reason, seen: outcome.error })
  }
}

/**
 * Ids that are none: in SQL made of strings they would be a condition, in LIKE a pattern, in FIND_IN_SET a list. To the
 * server it is the number at the beginning; the id of the first conversation is one of the others.
 */
export const idsThatAreNone = [
  '999999 OR 1 = 1',
  "999999' OR '1' = '1",
  '999999" OR "1" = "1',
  '%',
  '999999,2,3,4,5,6,7,8,9',
] as unknown as readonly number[]

/** Fails if there are rows for one of those. */
export function expectNone(id: unknown, seen: unknown): void {
  if (Array.isArray(seen) && seen.length > 0)
    throw found('finding.id-as-sql', { id: JSON.stringify(id) }, { expected: [], seen })
}

/** Asks with each of them: whether the server refuses it or finds nothing is left open, but no row may come. */
export async function expectNoRows(ask: (id: number) => Promise<unknown>): Promise<void> {
  for (const id of idsThatAreNone) {
    expectNone(id, await ask(id).catch(() => []))
  }
}

/** Fails when the second answer is the first one, though the rows have changed in between. */
export function expectFresh(first: unknown, second: unknown, expected: unknown): void {
  if (isDeepStrictEqual(first, second)) throw mistake('stale-answer', { expected, seen: second })
}

/** What somebody changes while the number of rows, the newest id and every time stay what they were. */
export const silently = {
  messages: `UPDATE messages SET content = CONCAT(LEFT(content, 100), '!'), timestamp = timestamp`,
  conversations: `UPDATE conversations SET title = CONCAT(LEFT(title, 100), '!'), updated_at = updated_at`,
}

/** Fails when the answer is the same after these changes, which nobody can tell by a count or by the newest row. */
export async function expectChangesSeen(
  { server }: Lab,
  ask: () => Promise<unknown>,
  changes: readonly string[],
): Promise<void> {
  for (const sql of changes) {
    const before = structuredClone(await ask())
    await server.query(sql)
    expectFresh(before, structuredClone(await ask()), sql)
  }
}

/** Fails when only the first or the last of many rows are there, with none missing between them. */
export function expectNotCapped(seen: unknown, expected: readonly { id: number }[]): void {
  if (!Array.isArray(seen) || seen.length === 0 || seen.length >= expected.length) return
  const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id).join()
  const kept = [expected.slice(0, seen.length), expected.slice(-seen.length)].map(ids)
  if (kept.includes(ids(seen as { id: number }[]))) {
    throw mistake('capped', { expected: `${expected.length} rows`, seen: `${seen.length} rows` })
  }
}

/**
 * Fails if the function asks for so many rows and no more: for a LIMIT that no test can reach.
 * @param table the rows are from: code that asks page by page gets some more, of the last conversation
 */
export async function expectNoLimit(
  { chat, server }: Lab,
  ask: () => Promise<unknown>,
  table: 'conversations' | 'messages' = 'messages',
): Promise<void> {
  const { id } = chat.conversations.at(-1)!
  const [into, row] =
    table === 'messages'
      ? ['messages (conversation_id, sender, content)', [id, 'user', 'Hi']]
      : ['conversations (title)', ['Hi']]
  const limit = await limitOf(server, ask, (rows) =>
    server.query(`INSERT INTO ${into} VALUES ?`, [Array.from({ length: rows }, () => row)]),
  )
  if (limit) throw mistake('capped', { expected: 'all rows', seen: `LIMIT ${limit}` })
}

/** Fails when the same messages came in the same order, and one of them has the wrong text. */
export function expectTexts(seen: unknown, expected: readonly object[]): void {
  if (!Array.isArray(seen) || seen.length !== expected.length) return
  for (const [index, row] of expected.entries()) {
    const [one, right] = [seen[index], row] as { id: number; content: string }[]
    if (one?.id !== right!.id) return
    if (right!.content === '' && one.content === null) throw mistake('empty-text', { seen: null })
    if (typeof one.content === 'string') expectText(one.content, right!.content)
  }
}

/** Fails when a text in the table differs from the one that was given. */
export function expectText(seen: unknown, given: string): void {
  if (seen === given) return
  throw mistake('text-changed', { expected: brief(given), seen: brief(seen) })
}

/** Awaits what was asked with `text`. A syntax error in a statement that contains the bare text is a separate mistake. */
export async function asText<T>(text: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    const { errno, sql } = Object(error) as { errno?: number; sql?: string }
    // A driver that splices values in writes the quotes of a text with a backslash.
    if (errno !== 1064 || !/['"\\]/.test(text) || !sql?.includes(text)) throw error
    throw mistake('sql-built-from-strings', { expected: text, seen: sql })
  }
}

/** Fails unless rows came, and with these columns. The order of the columns is free. */
export function expectColumns(seen: unknown, columns: readonly string[]): void {
  if (!Array.isArray(seen)) return
  // The caller may sort them.
  expectValue(Object.isFrozen(seen) && seen.length > 0, false, 'Object.isFrozen()')
  const [first] = seen as unknown[]
  if (Array.isArray(first) && Array.isArray(seen[1]) && 'columnType' in Object(seen[1][0])) {
    throw mistake('returns-fields', { expected: '[row, row, …]', seen: '[[row, row, …], fields]' })
  }
  if (typeof first !== 'object' || first === null) return
  const names = Object.keys(first).toSorted()
  if (!isDeepStrictEqual(names, columns.toSorted())) {
    throw mistake('other-columns', { expected: columns, seen: first })
  }
}

/**
 * Runs `work` and returns how many bytes the server sent in the meantime over this connection
 * (MySQL Reference Manual, 7.1.10 "Server Status Variables": Bytes_sent).
 */
export async function measure<T>(
  connection: Connection,
  work: () => Promise<T>,
): Promise<{ result: T; bytes: number }> {
  const before = await bytesSent(connection)
  const result = await work()
  return { result, bytes: (await bytesSent(connection)) - before }
}

/**
 * The same connection, observed: `underWay` contains what was sent and not answered yet; `between` runs after every
 * statement, before the student's code goes on, as another user might.
 */
export function watch(connection: Connection, between?: () => Promise<unknown>) {
  const underWay = new Set<Promise<unknown>>()
  const send = async (work: () => Promise<unknown>) => {
    const answer = await work()
    await between?.()
    return answer
  }
  const watched = new Proxy(connection, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      if (name !== 'query' && name !== 'execute') return member.bind(target)
      return (...args: unknown[]) => {
        const answer = send(() => member.apply(target, args) as Promise<unknown>)
        underWay.add(answer)
        const settled = () => underWay.delete(answer)
        answer.then(settled, settled)
        return answer
      }
    },
  })
  return { connection: watched, underWay }
}

// --- internal ---

/** The server's numbers of an error and its causes. */
function numbersOf(error: unknown): unknown[] {
  const numbers: unknown[] = []
  for (let one = error; one instanceof Error && numbers.length < 9; one = one.cause) {
    numbers.push((one as { errno?: unknown }).errno)
  }
  return numbers
}

function brief(text: unknown): unknown {
  return typeof text === 'string' && text.length > 300
    ? `${text.length}: ${text.slice(0, 99)}…`
    : text
}

async function bytesSent(connection: Connection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>(
    byTest("SHOW SESSION STATUS LIKE 'Bytes_sent'"),
  )
  return Number(rows[0]!.Value)
}

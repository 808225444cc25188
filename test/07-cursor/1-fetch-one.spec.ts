import type { RowDataPacket } from 'mysql2/promise'
import { isDeepStrictEqual } from 'node:util'
import { fetchOne } from '#exercise/07-cursor/1-fetch-one'
import {
  byTest,
  exercise,
  expectChangeSeen,
  expectValue,
  found,
  mistake,
  onSending,
  rowsRead,
  expectTransactionLeft,
} from '#support'
import { askSlowly, expectErrorPassedOn, expectSqlErrors, outcomeOf } from './outcomes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

const byId = 'SELECT id, title FROM conversations WHERE id = ?'

interface Found extends RowDataPacket {
  id: number
  title: string
}

test('returns the row as an object', async (lab) => {
  const { chat, connection, random } = lab
  const { id, title } = random.pick(chat.conversations)
  expectRow(await fetchOne<Found>(connection, byId, [id]), { id, title })
  const slow = await askSlowly(lab, (sql) => fetchOne(connection, sql))
  expectRow(slow.answer, { id: slow.id })
})

test('returns null when there is no row', async ({ connection, random }) => {
  for (const ask of [
    () => fetchOne<Found>(connection, byId, [random.int(2_000_000, 9_000_000)]),
    () => fetchOne(connection, 'SELECT 1 AS one LIMIT 0'),
  ]) {
    const outcome = await outcomeOf<RowDataPacket | null>(ask())
    if ('error' in outcome)
      throw mistake('throws-when-empty', { expected: null, seen: outcome.error })
    if (outcome.value === undefined)
      throw mistake('undefined-for-null', { expected: null, seen: outcome.value })
    if (Array.isArray(outcome.value))
      throw mistake('row-in-array', { expected: null, seen: outcome.value })
    expectValue(outcome.value, null, 'fetchOne()')
  }
})

test('returns the first of many rows', async ({ chat, connection }) => {
  // However long the query is.
  const sql = `SELECT id /* ${'x'.repeat(100_000)} */ FROM conversations ORDER BY id DESC`
  const ids = chat.conversations.map(({ id }) => id)
  const seen = await fetchOne(connection, sql)
  if (seen?.id === Math.min(...ids)) throw mistake('last-row', { expected: Math.max(...ids), seen })
  expectRow(seen, { id: Math.max(...ids) })
})

test('sends the query as it is, once', async ({ chat, connection, server }) => {
  const { id } = chat.conversations[0]!
  // The server's log has no spaces around a statement, and no semicolon.
  const given: string[] = []
  onSending(connection, (sql) => given.push(sql))
  for (const end of ['LIMIT 3', "LIMIT 3 -- '; #", 'LIMIT 3;', 'FOR UPDATE']) {
    const query = `\n  SELECT /* as it is */ id\n  FROM conversations ORDER BY id ${end}\n`
    const { result, statements } = await server.observe(() =>
      outcomeOf(fetchOne(connection, query)),
    )
    if ('error' in result) {
      if ((result.error as { errno?: number } | null)?.errno !== 1064) throw result.error
      throw mistake('limit-appended', { expected: `… ${end}`, seen: result.error })
    }
    if (given.length === 0)
      throw found('finding.connection-unused', {}, { seen: result.value ?? String(result.value) })
    expectRow(result.value, { id })
    const sent = rowsRead(statements).map(({ sql }) => sql)
    if (sent.length > 1) throw mistake('asks-twice', { expected: 1, seen: sent })
    if (/\blimit 1\b/i.test(sent[0] ?? ''))
      throw mistake('limit-appended', { expected: query, seen: sent })
    expectValue(sent, [query.trim().replace(/;$/, '')], 'SQL')
    const [other = query] = given.filter((sql) => sql !== query)
    expectValue(other, query, 'SQL')
    given.length = 0
  }
})

test('fills in the values, whatever they hold', async ({ chat, connection, random, server }) => {
  const titles = [
    `O'Reilly ${random.word()}`,
    `"?" ${random.word()}`,
    `\\' OR 1=1 -- ${random.word()}`,
  ]
  await server.query('INSERT INTO conversations (title) VALUES ?', [titles.map((title) => [title])])
  for (const title of titles) {
    const sql = 'SELECT title, ? AS word FROM conversations WHERE title = ?'
    // The accent is a separate character.
    const word = `It's ${random.word()} cafe\u0301\r\n `
    const outcome = await outcomeOf(fetchOne(connection, sql, [word, title]))
    const seen = 'error' in outcome ? outcome.error : outcome.value
    const errno = (seen as { errno?: number } | null)?.errno
    if (errno === 1210 || (seen as { code?: string } | null)?.code === 'ER_WRONG_ARGUMENTS') {
      throw mistake('params-ignored', { expected: [word, title], seen })
    }
    if (errno === 1243) throw mistake('statement-closed', { seen })
    if (errno === 1064 || seen === null)
      throw mistake('sql-built-from-strings', { expected: title, seen })
    if ('error' in outcome) throw outcome.error
    expectRow(outcome.value, { title, word })
  }
  const at = new Date(2026, 0, 12, 9, 0, 0, 250)
  const values = [at, Buffer.from([0, 255]), '007', 1.5, 2n ** 60n + 1n, true, ...'abcdef']
  // The list is the caller's.
  const given = [...values]
  const sql = `SELECT LEFT(CONCAT(?, ''), 23) AS at, HEX(?) AS bytes, CONCAT(?, '') AS digits, CONCAT(?, '') AS number,
    CONCAT(?, '') AS big, ? = 'true' AS text, CONCAT(?, ?, ?, ?, ?, ?) AS letters`
  const outcome = await outcomeOf(fetchOne(connection, sql, given))
  if ('error' in outcome) throw mistake('params-ignored', { expected: values, seen: outcome.error })
  const [[expected]] = await connection.execute<RowDataPacket[]>(byTest(sql), values)
  expectRow(outcome.value, { ...expected })
  expectValue(given, values, 'params')
  expectValue(Object.isFrozen(given), false, 'Object.isFrozen(params)')
  expectValue(
    (await server.query('SELECT id FROM conversations')).length,
    chat.conversations.length + 3,
    'conversations',
  )
})

test('returns the row as the driver made it', async ({ connect, random }) => {
  // Its times are not this computer's.
  const connection = await connect({ timezone: '+05:30' })
  const [word, n] = [random.word(), random.int(1, 9)]
  const sql = `SELECT '  ${word} ' AS \`Full Name\`, ${n} AS \`lastId\`, ${n} AS \`UPPER\`,
    '0${n}' AS digits, '1.50' + 0.00 AS amount, TIMESTAMP('2026-01-12 09:00:00') AS at, x'00ff' AS bytes, NULL AS nothing,
    JSON_OBJECT('n', ${n}) AS facts, '; -- #' AS marks, '{"n": [1]}' AS json,
    '2026-01-12T09:00:00.000Z' AS iso, 'NULL' AS word, 'cafe\u0301' AS parts, 9007199254740993 AS big, DATE '2026-01-12' AS day, is_archived
    FROM conversations JOIN (SELECT 1 AS joined) AS other ORDER BY id LIMIT 2`
  const seen = await fetchOne(connection, sql)
  const [[expected]] = await connection.query<RowDataPacket[]>(byTest(sql))
  if (!isDeepStrictEqual({ ...seen }, { ...expected }) && !Array.isArray(seen))
    throw mistake('row-changed', { expected, seen })
  if (Object.isFrozen(seen)) throw mistake('row-changed', { seen: 'Object.isFrozen()' })
  const kind: unknown = Object.getPrototypeOf(seen)
  if (![Object.prototype, Object.getPrototypeOf(expected)].includes(kind))
    throw mistake('row-changed', { seen: 'Object.getPrototypeOf()' })
  expectRow(seen, { ...expected })
})

test('passes on 0, an empty string and NULL as values', async ({ connection }) => {
  const values = [0, '', null]
  const outcome = await outcomeOf(
    fetchOne(connection, 'SELECT ? AS zero, ? AS blank, ? AS nothing', values),
  )
  if ('error' in outcome) throw mistake('params-ignored', { expected: values, seen: outcome.error })
  expectRow(outcome.value, { zero: 0, blank: '', nothing: null })
})

test('asks the server afresh on each call', async ({ chat, connection, random, server }) => {
  const { id } = chat.conversations[0]!
  for (const title of [random.title(), random.title()]) {
    await server.query('UPDATE conversations SET title = ? WHERE id = ?', [title, id])
    expectRow(await fetchOne<Found>(connection, byId, [id]), { id, title })
  }
  // Two calls at once are two questions.
  const change = `UPDATE conversations SET title = 'In between'`
  const ask = () => fetchOne<Found>(connection, byId, [id])
  await expectChangeSeen(connection, change, ask, 'fetchOne()')
})

test("leaves the caller's transaction open", async (lab) => {
  const { id } = lab.chat.conversations[0]!
  for (const one of [id, 999_999])
    await expectTransactionLeft(lab, () => fetchOne(lab.connection, byId, [one]))
  await expectTransactionLeft(lab, () => fetchOne(lab.connection, 'SELECT no_such'))
})

test('lets every other error through', async (lab) => {
  await expectSqlErrors(lab, (connection, sql) => fetchOne(connection, sql))
  // The driver's own, which `execute()` throws; to `query()` it is NULL.
  const nothing = [undefined] as never[]
  const { result: outcome, statements } = await lab.server.observe(() =>
    outcomeOf(fetchOne(lab.connection, 'SELECT ? AS one', nothing)),
  )
  const isSent = statements.some(({ command }) => command === 'Query')
  if ('value' in outcome && !isSent)
    throw mistake('swallows-errors', { expected: 'TypeError', seen: outcome.value })
})

test('treats a row of NULL, 0 and an empty string as a row', async ({ connection }) => {
  const expected = { nothing: null, zero: 0, blank: '' }
  const seen = await fetchOne(connection, "SELECT NULL AS nothing, 0 AS zero, '' AS blank")
  if (seen === null) throw mistake('null-row', { expected, seen })
  expectRow(seen, expected)
  const unknown = { greatest: null, smallest: null }
  const row = await fetchOne(connection, 'SELECT NULL AS greatest, NULL AS smallest')
  if (row === null) throw mistake('null-row', { expected: unknown, seen: row })
  expectRow(row, unknown)
})

test('lets server errors through', async ({ chat, connection, server }) => {
  await expectErrorPassedOn(server, () => fetchOne(connection, byId, [chat.conversations[0]!.id]))
})

// --- internal ---

function expectRow(seen: unknown, expected: object) {
  const details = { expected, seen: seen ?? String(seen) }
  const values = Object.values(expected)
  if (Array.isArray(seen)) {
    const flat =
      seen.length === values.length && seen.every((one) => one === null || typeof one !== 'object')
    throw mistake(flat ? 'row-as-array' : 'row-in-array', details)
  }
  if (seen !== null && typeof seen !== 'object' && values.includes(seen))
    throw mistake('value-in-place-of-row', details)
  expectValue(seen, expected, 'fetchOne()')
}

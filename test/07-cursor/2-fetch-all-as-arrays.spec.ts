import { isDeepStrictEqual } from 'node:util'
import type { RowDataPacket } from 'mysql2/promise'
import { fetchAllAsArrays } from '#exercise/07-cursor/2-fetch-all-as-arrays'
import {
  byTest,
  exercise,
  expectChangeSeen,
  expectRows,
  expectValue,
  found,
  mistake,
  onSending,
  rowsRead,
  expectTransactionLeft,
} from '#support'
import { askSlowly, expectEachThrown, expectErrorPassedOn, expectSqlErrors } from './outcomes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('returns each row as an array, in the order of the query', async ({
  chat,
  connection,
  server,
}) => {
  const sql = '\n  SELECT title, id\n  FROM conversations ORDER BY id DESC;\n'
  const expected = chat.conversations.toReversed().map(({ id, title }) => [title, id])
  const given: string[] = []
  onSending(connection, (text) => given.push(text))
  const { result: seen, statements } = await server.observe(() => fetchAllAsArrays(connection, sql))
  if (given.length === 0) throw found('finding.connection-unused', {}, { seen })
  expectArrays(seen, expected)
  expectValue(
    rowsRead(statements).map((one) => one.sql),
    [sql.trim().replace(/;$/, '')],
    'SQL',
  )
  // The server's log has no spaces around a statement, and no semicolon.
  const [other = sql] = given.filter((text) => text !== sql)
  expectValue(other, sql, 'SQL')
  // Asked again, it is about the present.
  await server.query("UPDATE conversations SET title = 'renamed' ORDER BY id DESC LIMIT 1")
  const renamed = [['renamed', expected[0]![1]], ...expected.slice(1)]
  expectArrays(await fetchAllAsArrays(connection, sql), renamed)
  // Two calls at once are two questions.
  const change = `UPDATE conversations SET title = 'In between'`
  const ask = () => fetchAllAsArrays(connection, sql)
  await expectChangeSeen(connection, change, ask, 'fetchAllAsArrays()')
})

test('returns all rows, and nothing but rows', async (lab) => {
  const { connection, random } = lab
  const numbers = Array.from({ length: random.int(3, 30) }, () => random.int(1, 1000))
  const sql = numbers
    .map((number, index) => `SELECT ${index} AS i, ${number} AS n`)
    .join(' UNION ALL ')
  const seen = await fetchAllAsArrays(connection, `${sql} ORDER BY i`)
  const expected = numbers.map((number, index) => [index, number])
  if (Array.isArray(seen[0]) && seen[0][0] === 'i') throw mistake('with-names', { expected, seen })
  expectArrays(seen, expected)
  const digits = Array.from({ length: 36 }, (_, n) => `SELECT ${n} AS n`).join(' UNION ALL ')
  const many = `SELECT a.n * 36 + b.n AS n FROM (${digits}) a JOIN (${digits}) b ORDER BY n`
  expectArrays(
    await fetchAllAsArrays(connection, many),
    Array.from({ length: 36 * 36 }, (_, n) => [n]),
  )
  expectArrays(await fetchAllAsArrays(connection, "SELECT NULL, '', 0"), [[null, '', 0]])
  expectArrays(await fetchAllAsArrays(connection, "SELECT ''"), [['']])
  expectArrays(await fetchAllAsArrays(connection, "SELECT '?', ':id', '??'"), [['?', ':id', '??']])
  const wide = Array.from({ length: 130 }, (_, n) => n)
  expectArrays(await fetchAllAsArrays(connection, `SELECT ${wide.join(', ')}`), [wide])
  const alike = 'SELECT NULL UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT NULL'
  expectArrays(await fetchAllAsArrays(connection, alike), [[null], [1], [1], [null]])
  const more = await fetchAllAsArrays(
    connection,
    many.replace('ORDER BY n', `JOIN (${digits}) c LIMIT 10010`),
  )
  expectValue(more.length, 10_010, 'fetchAllAsArrays().length')
  // Not every query begins with SELECT.
  for (const [query, rows] of [
    ['WITH one AS (SELECT 1 AS n) SELECT n FROM one', [[1]]],
    ['(SELECT 1) UNION ALL (SELECT 2)', [[1], [2]]],
    ['VALUES ROW(1, 2)', [[1, 2]]],
    ['TABLE messages LIMIT 0', []],
    ['/* all */ SELECT 1', [[1]]],
    ["SHOW TABLES LIKE 'messages'", [['messages']]],
    ['DESCRIBE messages id', [['id', 'int', 'NO', 'PRI', null, 'auto_increment']]],
  ] satisfies [string, unknown[][]][])
    expectArrays(await fetchAllAsArrays(connection, query), rows)
  const slow = await askSlowly(lab, (sql) => fetchAllAsArrays(connection, sql))
  expectArrays(slow.answer, [[slow.id]])
})

test('loses no column when two have the same name', async ({ chat, connection }) => {
  const sql = `SELECT c.id, m.id, m.content FROM conversations c
    JOIN messages m ON m.conversation_id = c.id ORDER BY m.id`
  const expected = chat.messages.map((row) => [row.conversation_id, row.id, row.content])
  const seen = await fetchAllAsArrays(connection, sql)
  const shorter = Array.isArray(seen[0]) && typeof seen[0][0] === 'number' && seen[0].length < 3
  const doubled = Array.isArray(seen[0]) && seen[0].length === 3 && seen[0][0] === seen[0][1]
  if (shorter || doubled) throw mistake('object-values', { expected: expected[0], seen: seen[0] })
  expectArrays(seen, expected)
  // The tables take turns; and two columns of one table, or of none, have the same name.
  const [first] = chat.messages
  const mixed = await fetchAllAsArrays(
    connection,
    `SELECT m.id, c.id, m.content, c.id, 7 AS id, 8 AS id FROM conversations c
      JOIN messages m ON m.conversation_id = c.id ORDER BY m.id LIMIT 1`,
  )
  const { id, conversation_id, content } = first!
  const row = [id, conversation_id, content, conversation_id, 7, 8]
  if (!isDeepStrictEqual(mixed, [row]) && Array.isArray(mixed[0]))
    throw mistake('object-values', { expected: row, seen: mixed[0] })
  expectArrays(mixed, [row])
})

test('keeps the order of columns whose names are numbers', async ({ connection, random }) => {
  const [word, number] = [random.word(), random.int(1, 1000)]
  const seen = await fetchAllAsArrays(
    connection,
    `SELECT '${word}' AS \`word\`, ${number} AS \`2026\`, 1 AS \`7\``,
  )
  const expected = [[word, number, 1]]
  if (Array.isArray(seen[0]) && seen[0][0] === 1) throw mistake('object-values', { expected, seen })
  expectArrays(seen, expected)
})

test('keeps the types of the values', async ({ asItIs, connect, connection, server }) => {
  await server.query('CREATE TABLE bits (one BIT(1), more BIT(9)) SELECT 1 AS one, 5 AS more')
  // Its times are not this computer's, and a date may be none.
  const elsewhere = await connect({ timezone: '+05:30' })
  await elsewhere.query(byTest("SET sql_mode = ''"))
  await asItIs()
  const sql = `SELECT TIMESTAMP('2026-01-12 09:00:00'), DATE '2026-01-12', 9007199254740993 AS big, is_archived,
      TIME '10:00:00', CAST(2026 AS YEAR), '{"n": [1]}', '2026-01-12T09:00:00.000Z', 'NULL', 'nul\\0', 'cafe\u0301', created_at,
      TIMESTAMP('2026-01-12 09:00:00.250'), one, more, CAST('0000-00-00' AS DATE)
    FROM conversations JOIN bits ORDER BY id`
  const [objects] = await elsewhere.query<RowDataPacket[]>(byTest(sql))
  const asMade = objects.map((row): unknown[] => Object.values(row))
  const made = await fetchAllAsArrays(elsewhere, sql)
  if (!isDeepStrictEqual(comparable(made), comparable(asMade)) && Array.isArray(made?.[0]))
    throw mistake('types-changed', { expected: asMade[0], seen: made[0] })
  if (Array.isArray(made) && made.some((row) => Object.isFrozen(row)))
    throw mistake('types-changed', { seen: 'Object.isFrozen()' })
  const seen = await fetchAllAsArrays(
    connection,
    "SELECT NULL, 7, '7  \n 7', TIMESTAMP('2026-01-12 09:00:00'), 1.50, x'00ff', JSON_OBJECT('n', 7)",
  )
  const values = Array.isArray(seen?.[0]) ? seen[0] : []
  const types = values.map((value) =>
    value instanceof Date
      ? 'Date'
      : Buffer.isBuffer(value)
        ? 'Buffer'
        : value === null
          ? 'null'
          : typeof value,
  )
  const expected = ['null', 'number', 'string', 'Date', 'string', 'Buffer', 'object']
  if (values.length === 7 && types.join() !== expected.join())
    throw mistake('types-changed', { expected, seen: types })
  expectArrays(seen, [
    [null, 7, '7  \n 7', new Date(2026, 0, 12, 9), '1.50', Buffer.from([0, 255]), { n: 7 }],
  ])
})

test('returns an empty array when there are no rows', async ({ connection }) => {
  const seen = await fetchAllAsArrays(connection, 'SELECT id FROM conversations WHERE id < 0')
  if (seen === null || seen === undefined)
    throw mistake('null-when-empty', { expected: [], seen: String(seen) })
  expectArrays(seen, [])
})

test('leaves the connection as it was', async ({ chat, connection }) => {
  const sql = 'SELECT title FROM conversations ORDER BY id'
  await fetchAllAsArrays(connection, sql)
  const [rows] = await connection.query(byTest(sql))
  const expected = chat.conversations.map(({ title }) => ({ title }))
  if (Array.isArray((rows as unknown[])[0]))
    throw mistake('connection-changed', { expected: expected[0], seen: rows })
  expectRows(rows, expected, 'connection.query()')
})

test('leaves the connection as it was for queries sent in the meantime', async ({ connection }) => {
  const sql = 'SELECT 1 AS one'
  const before = connection.query(byTest(sql))
  const pending = fetchAllAsArrays(connection, sql)
  const meanwhile = connection.query(byTest(sql))
  expectArrays(await pending, [[1]])
  for (const [rows] of [await before, await meanwhile]) {
    if (Array.isArray((rows as unknown[])[0]))
      throw mistake('connection-changed', { expected: [{ one: 1 }], seen: rows })
    expectRows(rows, [{ one: 1 }], 'connection.query()')
  }
})

test("leaves the caller's transaction open", async (lab) => {
  for (const sql of ['SELECT 1', 'SELECT 1 LIMIT 0'])
    await expectTransactionLeft(lab, () => fetchAllAsArrays(lab.connection, sql))
  await expectTransactionLeft(lab, () => fetchAllAsArrays(lab.connection, 'SELECT no_such'))
})

test('lets every other error through', async (lab) => {
  await expectSqlErrors(lab, fetchAllAsArrays)
  // The first row comes, and then the server gives up.
  const halfway = 'SELECT IF(n = 1, n, EXP(999 + n)) FROM (SELECT 1 AS n UNION ALL SELECT 2) AS two'
  await expectEachThrown({
    'ER_DATA_OUT_OF_RANGE (1690), at the second row': () =>
      fetchAllAsArrays(lab.connection, halfway),
  })
})

test('lets server errors through', async ({ connection, server }) => {
  await expectErrorPassedOn(server, () =>
    fetchAllAsArrays(connection, 'SELECT id FROM conversations'),
  )
})

// --- internal ---

/** Two dates that are none are not equal. */
function comparable(rows: unknown): unknown {
  if (!Array.isArray(rows)) return rows
  const isNone = (value: unknown) => value instanceof Date && Number.isNaN(value.getTime())
  return rows.map((row) =>
    Array.isArray(row) ? row.map((value) => (isNone(value) ? String(value) : value)) : row,
  )
}

function expectArrays(seen: unknown, expected: readonly unknown[][]) {
  const details = { expected, seen }
  if (!Array.isArray(seen)) throw mistake('rows-as-objects', details)
  const [first, second] = seen as unknown[]
  const isFields =
    Array.isArray(second) &&
    typeof second[0] === 'object' &&
    second[0] !== null &&
    'columnType' in second[0]
  if (seen.length === 2 && isFields) throw mistake('rows-with-fields', { expected, seen: seen[0] })
  if (first !== undefined && !Array.isArray(first)) {
    const isRow = typeof first === 'object' && first !== null && !(first instanceof Date)
    throw mistake(isRow ? 'rows-as-objects' : 'first-row-only', details)
  }
  expectRows(seen, expected, 'fetchAllAsArrays()')
}

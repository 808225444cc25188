import { indexAtWork, type Plan } from '#exercise/07-cursor/8-index-at-work'
import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import {
  byTest,
  exercise,
  expectApart,
  expectValue,
  mistake,
  expectTransactionLeft,
  loseAtEachStatement,
  setUnusually,
  type Lab,
} from '#support'
import { outcomeOf } from './outcomes.ts'

// The format of a plan can be chosen; the task does not ask to reset it.
const test = exercise(import.meta.url, { tables: 'empty', leaves: ['@@explain_'] })

/** Some thirty calls, and a look at the log after each: a group of servers, or a class at once, takes its time. */
const manyCalls = { timeout: 15_000 }

test(
  'says which index finds the rows, and how many rows MySQL expects',
  async (lab) => {
    const { table, indexes, values } = await createTable(lab)
    for (const [sql, value] of [
      [`SELECT * FROM ${table} WHERE id = ?`, values.id],
      [`\n  SELECT *\n  FROM ${table} -- all of it\n  WHERE id = ?`, values.id],
      [`WITH own AS (SELECT * FROM ${table} WHERE id = ?) SELECT * FROM own`, values.id],
      [`(SELECT * FROM ${table} WHERE id < ?)`, values.id + 1],
      [`SELECT * FROM ${table} WHERE author = ?`, values.author],
      [`SELECT * FROM ${table} WHERE author = ? ORDER BY body`, values.author],
      [`SELECT body, COUNT(*) FROM ${table} WHERE author = ? GROUP BY body`, values.author],
      // The whole index is read, and not the table.
      [`SELECT COUNT(author) FROM ${table} WHERE ? > 0`, 1],
      // Looked at are more rows than are left, or asked for.
      [`SELECT * FROM ${table} WHERE author = ? AND body = 'text 5'`, values.author],
      [`SELECT * FROM ${table} WHERE author = ? LIMIT 2`, values.author],
      [`SELECT * FROM ${table} IGNORE INDEX (${indexes[0]}) WHERE author = ?`, values.author],
    ] as const)
      await check(lab, sql, [value])
  },
  manyCalls,
)

test('says null where the whole table has to be read', async (lab) => {
  const { table, values } = await createTable(lab)
  await check(lab, `SELECT * FROM ${table} WHERE body = ?`, [values.body])
  await check(lab, `SELECT * FROM ${table} WHERE body = ? LIMIT 1`, [values.body])
})

test('names the index that is used, not all that could be', async (lab) => {
  const { table, indexes, values } = await createTable(lab)
  const sql = `SELECT * FROM ${table} WHERE author = ? AND place = ?`
  await check(lab, sql, [values.author, values.place])
  // Without either, the same statement has another plan.
  await lab.server.query(`ALTER TABLE ${table} DROP INDEX ${indexes[0]}, DROP INDEX ${indexes[1]}`)
  await check(lab, sql, [values.author, values.place])
})

test(
  'passes the values to the placeholders, whatever is in them',
  async (lab) => {
    const { table } = await createTable(lab)
    const texts = [`it's ${lab.random.word()}`, `${lab.random.word()}\\`]
    await check(lab, `SELECT * FROM ${table} WHERE body = ? OR body = ?`, texts)
    // Each of these is in a different number of rows.
    for (const mark of marks)
      await check(lab, `SELECT * FROM ${table} WHERE mark <=> ?`, [mark], 'params-changed')
    const sql = `SELECT * FROM ${table} WHERE mark <=> ?`
    const two = marks.slice(0, 2).map((mark) => () => indexAtWork(lab.connection, sql, [mark]))
    await expectApart(two, 'indexAtWork()', 'params-changed')
    const twelve = Array.from({ length: 12 }, (_, n) => `m${n + 200}`)
    const list = twelve.map(() => '?').join(', ')
    await check(lab, `SELECT * FROM ${table} WHERE mark IN (${list})`, twelve)
    // Compared with a number, the column is converted, and the index is of no use.
    await check(lab, `SELECT * FROM ${table} WHERE mark = ?`, [0])
    await check(lab, `SELECT /*+ NO_INDEX(${table}) */ * FROM ${table} WHERE mark = ?`, ['0'])
    await check(lab, `SELECT * FROM ${table} WHERE mark = 'a;b' OR mark = ?`, ['0'])
    // A value or none: the index is read twice.
    await check(lab, `SELECT * FROM ${table} WHERE mark = ? OR mark IS NULL`, ['a b'])
    for (const mark of marks.filter((one) => one !== null))
      await check(lab, `SELECT * FROM ${table} WHERE mark = '${mark}'`, [], 'params-changed')
    await check(lab, `SELECT * FROM ${table} WHERE author = ? AND place = ?`, [0, 0])
    await check(lab, `SELECT * FROM ${table} WHERE body = ? OR body = ?`, ["$&' ?", 'b'])
    // Not whole, and more than thirty-two bits.
    for (const id of [10.5, 2 ** 33 + 5])
      await check(lab, `SELECT * FROM ${table} WHERE id < ?`, [id], 'params-changed')
  },
  manyCalls,
)

test('does not run the statement', async (lab) => {
  const { table, values } = await createTable(lab)
  await check(lab, `SELECT * FROM ${table} WHERE author = ?`, [values.author])
  await check(lab, `UPDATE ${table} SET body = ? WHERE author = ?`, ['other', values.author])
  await check(lab, `DELETE FROM ${table} WHERE author = ?`, [values.author])
  await check(lab, `INSERT INTO ${table} (body) VALUES (?)`, ['text'])
  const [left] = await lab.server.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM ${table} WHERE body LIKE 'text%'`,
  )
  if (Number(left!.n) !== rowCount)
    throw mistake('runs-it', { expected: `${rowCount} rows`, seen: `${left!.n} rows` })
})

test('returns null and 0 for a row that cannot exist', async (lab) => {
  const { table } = await createTable(lab)
  await check(lab, `SELECT * FROM ${table} WHERE id = ?`, [-1])
})

test('lets the error of a wrong statement through', async (lab) => {
  const { connection, random } = lab
  const wrong: [errno: number, sql: string][] = random.shuffle([
    [1146, `SELECT * FROM ${random.word()} WHERE id = ?`],
    [1054, `SELECT * FROM messages WHERE ${random.word()} = ?`],
    [1064, 'SELECT * FROM messages WHERE id = ? ?'],
    [1305, `SELECT ${random.word()}(id) FROM messages WHERE id = ?`],
  ])
  if (await isRefused(connection, 'SELECT 1 FROM mysql.user'))
    wrong.unshift([1142, 'SELECT * FROM mysql.user WHERE User = ?'])
  for (const [errno, sql] of wrong) {
    const outcome = await outcomeOf(indexAtWork(connection, sql, [1]))
    if ('value' in outcome)
      throw mistake('swallows-errors', { expected: `error ${errno}`, seen: outcome.value })
    let { error } = outcome as { error: unknown }
    while (error instanceof Error && error.cause) error = error.cause
    if ((error as { errno?: number }).errno !== errno) throw error
  }
  await loseAtEachStatement(lab, (lost) =>
    indexAtWork(lost, 'SELECT * FROM messages WHERE id = ?', [1]),
  )
})

test("leaves the caller's transaction open", async (lab) => {
  for (const table of ['messages', lab.random.word()])
    await expectTransactionLeft(lab, () =>
      indexAtWork(lab.connection, `SELECT * FROM ${table} WHERE id = ?`, [1]),
    )
})

// --- internal ---

const rowCount = 1_100

/** Texts that are easily made equal; the number of rows depends on the place: the first is in 1, then 3, 5, 7… */
const marks = ['a b', 'a  b', ' a b', 'a b ', 'A B', '', null, '0', 'e\u0301', '\u00E9'] as const

/** A table with two indexes that begin alike, and more than a thousand rows. Its statistics do not change. */
async function createTable(lab: Lab) {
  const { random, server } = lab
  const [table, one, two] = [random.word(), random.word(), random.word()]
  // Always with a capital letter, a comma, and a space at the beginning.
  const three = escapeId(` X,${random.name()}`, true)
  const markOf = marks.map((mark, place) => {
    const value = mark === null ? 'NULL' : `'${mark}'`
    return `WHEN n <= ${(place + 1) ** 2} THEN ${value}`
  })
  const authors = random.int(8, 16)
  await using outside = await server.session()
  await outside.query(
    `SET cte_max_recursion_depth = ${rowCount};
     CREATE TABLE ${table} (
       id INT PRIMARY KEY, author INT, place INT, body VARCHAR(50), mark VARCHAR(9) COLLATE utf8mb4_0900_bin,
       KEY ${one} (author), KEY ${two} (author, place), KEY ${three} (mark)
     ) STATS_AUTO_RECALC=0;
     INSERT INTO ${table}
       WITH RECURSIVE numbers AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < ${rowCount})
       SELECT n, n % ${authors}, n % 3, CONCAT('text ', n), CASE ${markOf.join(' ')} ELSE CONCAT('m', n) END
       FROM numbers;
     ANALYZE TABLE ${table}`,
  )
  // The default of EXPLAIN differs between servers and sessions; here it is a tree.
  await setUnusually(lab, "explain_format = 'TREE'")
  const values = { id: random.int(1, rowCount), author: random.int(1, 7), place: 2, body: 'text 5' }
  return { table, indexes: [one, two], values }
}

/** @param otherwise the mistake, if the plan belongs to other values */
async function check(
  lab: Lab,
  sql: string,
  params: (string | number | null)[],
  otherwise?: string,
): Promise<void> {
  const { connection, server } = lab
  const [step] = await server.query<Plan>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const expected = { key: step!.key, rows: Number(step!.rows ?? 0) }
  // The list is the caller's.
  const given = [...params]
  const { result: outcome, statements } = await server.observe(() =>
    indexAtWork(connection, sql, given).then(
      (seen) => ({ seen }),
      (error: Error & { errno?: number }) => ({ error }),
    ),
  )
  if ('error' in outcome) throw errorIn(outcome.error, sql, params)
  const { seen } = outcome
  expectValue(given, params, 'params')
  expectValue(Object.isFrozen(given), false, 'Object.isFrozen(params)')
  const sent = statements.filter(({ command }) => command === 'Query' || command === 'Execute')
  const ran = sent.map((one) => one.sql).filter((text) => runs(text, sql))
  if (ran.length > 0) throw mistake('runs-it', { expected: 'EXPLAIN alone', seen: ran })
  if (isSame(seen, expected)) {
    expectValue(Object.keys(seen).toSorted(), ['key', 'rows'], 'indexAtWork()')
    return
  }
  // What was not asked for was remembered.
  if (sent.length === 0 && !otherwise) expectValue(seen, expected, 'indexAtWork()')
  const explained = statements.map((one) => one.sql).filter((text) => explains.test(text))
  const isChosen = explained.some((text) => /format\s*=\s*'?(traditional|json)/i.test(text))
  if (explained.length > 0 && !isChosen) throw mistake('default-format', { expected, seen })
  if (otherwise && seen?.key === expected.key) throw mistake(otherwise, { expected, seen })
  const known = mistakeIn(seen, expected)
  if (known) throw known
  expectValue(seen, expected, 'indexAtWork()')
}

const explains = /^\s*(explain|describe|desc)\b(?!\s+analyze)/i

/** Is it about the statement's table, and not a question about its plan? */
function runs(text: string, sql: string): boolean {
  const [table] = /(?<=\b(?:from|update|into)\s+)\w+/i.exec(sql)!
  return text.includes(table) && !explains.test(text) && !/^\s*(set|prepare|analyze)\b/i.test(text)
}

async function isRefused(connection: Connection, sql: string): Promise<boolean> {
  return connection.query(byTest(sql)).then(
    () => false,
    () => true,
  )
}

function errorIn(error: Error & { errno?: number; sql?: string }, sql: string, params: unknown[]) {
  const forgotten = error.errno === 1210 || (error.errno === 1064 && error.sql?.includes(sql))
  if (forgotten) return mistake('params-forgotten', { expected: params, seen: error.message })
  const inSql = params.some((value) => typeof value === 'string' && error.sql?.includes(value))
  return error.errno === 1064 && inSql ? mistake('values-in-sql', { seen: error.sql }) : error
}

function mistakeIn(seen: Plan, expected: Plan) {
  const details = { expected, seen }
  if (seen?.rows === null) return mistake('rows-null', details)
  if (expected.key === null && seen?.key !== null) return mistake('no-index-not-null', details)
  if (seen?.key?.includes(',') && !expected.key?.includes(','))
    return mistake('possible-keys', details)
  if (seen?.key === expected.key && typeof seen.rows === 'number')
    return mistake('rows-guessed', details)
  return undefined
}

function isSame(seen: Plan | undefined, expected: Plan): boolean {
  return seen?.key === expected.key && seen.rows === expected.rows
}

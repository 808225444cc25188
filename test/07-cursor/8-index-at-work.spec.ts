import { indexAtWork, type Plan } from '#exercise/07-cursor/8-index-at-work'
import { byTest, exercise, expectValue, mistake, type Lab } from '#support'

// How a plan is written may be chosen; the task does not ask to set it back.
const test = exercise(import.meta.url, { leaves: ['@@explain_'] })

test('tells which index finds the rows, and how many rows it expects', async (lab) => {
  const { table, indexes, values } = await createTable(lab)
  for (const [sql, value] of [
    [`SELECT * FROM ${table} WHERE id = ?`, values.id],
    [`SELECT * FROM ${table} WHERE author = ?`, values.author],
    [`SELECT * FROM ${table} IGNORE INDEX (${indexes[0]}) WHERE author = ?`, values.author],
  ] as const)
    await check(lab, sql, [value])
})

test('says null where the whole table has to be read', async (lab) => {
  const { table, values } = await createTable(lab)
  await check(lab, `SELECT * FROM ${table} WHERE body = ?`, [values.body])
})

test('tells the index that is used, not all that could be', async (lab) => {
  const { table, values } = await createTable(lab)
  const sql = `SELECT * FROM ${table} WHERE author = ? AND place = ?`
  await check(lab, sql, [values.author, values.place])
})

test('gives the values to the placeholders, whatever is in them', async (lab) => {
  const { table } = await createTable(lab)
  const texts = [`it's ${lab.random.word()}`, `${lab.random.word()}\\`]
  await check(lab, `SELECT * FROM ${table} WHERE body = ? OR body = ?`, texts)
})

test('does not run the statement', async (lab) => {
  const { connection, server } = lab
  const { table, values } = await createTable(lab)
  const { statements } = await server.observe(() =>
    indexAtWork(connection, `SELECT * FROM ${table} WHERE author = ?`, [values.author]),
  )
  const ran = statements
    .filter(({ command }) => command === 'Query' || command === 'Execute')
    .map(({ sql }) => sql)
    .filter((sql) => sql.includes(table) && !/^\s*explain(?!\s+analyze)/i.test(sql))
  if (ran.length > 0) throw mistake('runs-it', { expected: 'EXPLAIN alone', seen: ran })
  await check(lab, `DELETE FROM ${table} WHERE author = ?`, [values.author])
  const [left] = await server.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`)
  if (Number(left!.n) !== rowCount)
    throw mistake('runs-it', { expected: `${rowCount} rows`, seen: `${left!.n} rows` })
})

test('answers a row that cannot be there with null and 0', async (lab) => {
  const { table } = await createTable(lab)
  await check(lab, `SELECT * FROM ${table} WHERE id = ?`, [-1])
})

test('lets the error of a wrong statement through', async ({ connection, random }) => {
  const sql = `SELECT * FROM ${random.word()} WHERE id = ?`
  const outcome = await indexAtWork(connection, sql, [1]).then(
    (seen) => ({ seen }),
    (error: Error & { errno?: number }) => ({ error }),
  )
  if ('seen' in outcome)
    throw mistake('swallows-errors', { expected: 'error 1146', seen: outcome.seen })
  if (outcome.error.errno !== 1146) throw outcome.error
})

// --- internal ---

const rowCount = 240

/** A table with two indexes that begin alike, and 240 rows. Its statistics stand still. */
async function createTable({ connection, random, server }: Lab) {
  const [table, one, two] = [random.word(), random.word(), random.word()]
  const authors = random.int(8, 16)
  await using outside = await server.session()
  await outside.query(
    `CREATE TABLE ${table} (
       id INT PRIMARY KEY, author INT, place INT, body VARCHAR(50), KEY ${one} (author), KEY ${two} (author, place)
     ) STATS_AUTO_RECALC=0;
     INSERT INTO ${table}
       WITH RECURSIVE numbers AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < ${rowCount})
       SELECT n, n % ${authors}, n % 3, CONCAT('text ', n) FROM numbers;
     ANALYZE TABLE ${table}`,
  )
  // The default of EXPLAIN differs between servers and sessions; here it is a tree.
  await connection.query(byTest("SET SESSION explain_format = 'TREE'"))
  const values = { id: random.int(1, rowCount), author: random.int(1, 7), place: 2, body: 'text 5' }
  return { table, indexes: [one, two], values }
}

async function check(lab: Lab, sql: string, params: (string | number)[]): Promise<void> {
  const { connection, server } = lab
  const [step] = await server.query<Plan>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const expected = { key: step!.key, rows: Number(step!.rows ?? 0) }
  const { result: outcome, statements } = await server.observe(() =>
    indexAtWork(connection, sql, params).then(
      (seen) => ({ seen }),
      (error: Error & { errno?: number }) => ({ error }),
    ),
  )
  if ('error' in outcome) throw errorIn(outcome.error, sql, params)
  const { seen } = outcome
  if (isSame(seen, expected)) return
  const explained = statements.map((one) => one.sql).filter((text) => /^\s*explain/i.test(text))
  const inColumns = explained.some((text) => /format\s*=\s*'?traditional/i.test(text))
  if (explained.length > 0 && !inColumns) throw mistake('default-format', { expected, seen })
  const known = mistakeIn(seen, expected)
  if (known) throw known
  expectValue(seen, expected, 'indexAtWork()')
}

function errorIn(error: Error & { errno?: number; sql?: string }, sql: string, params: unknown[]) {
  const forgotten = error.errno === 1210 || (error.errno === 1064 && error.sql?.includes(sql))
  if (forgotten) return mistake('params-forgotten', { expected: params, seen: error.message })
  return error.errno === 1064 ? mistake('values-in-sql', { seen: error.sql }) : error
}

function mistakeIn(seen: Plan, expected: Plan) {
  const details = { expected, seen }
  if (seen?.rows === null) return mistake('rows-null', details)
  if (expected.key === null && seen?.key !== null) return mistake('no-index-not-null', details)
  if (seen?.key?.includes(',')) return mistake('possible-keys', details)
  if (seen?.key === expected.key && typeof seen.rows === 'number')
    return mistake('rows-guessed', details)
  return undefined
}

function isSame(seen: Plan | undefined, expected: Plan): boolean {
  return seen?.key === expected.key && seen.rows === expected.rows
}

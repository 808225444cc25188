import { runScript } from '#exercise/04-ddl/3-repair-script'
import type { Connection } from 'mysql2/promise'
import {
  byTest,
  coresOf,
  exercise,
  expectRows,
  expectValue,
  mistake,
  onSending,
  refuseStatements,
  setUnusually,
  type Server,
} from '#support'
import {
  call,
  expectTablesAlone,
  mustReject,
  mustRejectForAnyReason,
  mustRejectRefusals,
  readColumns,
  readPrimaryKeys,
  readStructure,
  readTables,
  refusal,
} from './ddl-checks.ts'

const test = exercise(import.meta.url, { leaves: ['DDL'] })

test('makes both tables, without an error', async ({ connection, schema, server }) => {
  await call(connection, runScript)
  const seen = await readTables(server)
  for (const table of ['prompts', 'ratings']) {
    // A table is missing, and yet the function did not throw.
    if (!seen.includes(table))
      throw mistake('swallows-errors', { expected: ['prompts', 'ratings'], seen })
  }
  expectValue(seen, ['prompts', 'ratings'], 'SHOW TABLES')
  await expectTablesAlone(server, schema)
})

test('keeps every column that the script has', async ({ connection, server }) => {
  await run(connection, server)
  const seen = Object.fromEntries(
    (await readColumns(server)).map(({ table, name, fullType }) => [`${table}.${name}`, fullType]),
  )
  const lost = Object.keys(columns).filter((name) => !(name in seen))
  if (lost.length > 0)
    throw mistake('column-lost', { expected: Object.keys(columns), seen: Object.keys(seen) })
  const more = Object.keys(seen).filter((name) => !(name in columns))
  expectValue(more, [], 'DESCRIBE prompts, DESCRIBE ratings')
  const hidden = await server.query(
    `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND EXTRA LIKE '%INVISIBLE%'`,
  )
  expectValue(hidden, [], 'prompts, ratings: INVISIBLE')
  if (!seen['ratings.verdict']?.startsWith('enum'))
    throw mistake('enum-lost', { seen: seen['ratings.verdict'] })
  for (const [name, type] of Object.entries(columns)) {
    if (!type.test(seen[name]!))
      throw mistake('other-type', { expected: type.source, seen: `${name} ${seen[name]}` })
  }
  const foreign = await server.query<{ name: string; collation: string }>(
    `SELECT COLUMN_NAME AS name, COLLATION_NAME AS collation FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND COLLATION_NAME <> @@collation_database`,
  )
  if (foreign.length > 0) throw mistake('other-type', { expected: [], seen: foreign })
})

test('keeps every rule: keys, NOT NULL, defaults, and no more than those', async (lab) => {
  const { connection, random, schema, server } = lab
  await setUnusually(lab, 'autocommit = 0')
  await run(connection, server)
  // The caller commits.
  await connection.query(byTest('COMMIT'))
  const described = await readColumns(server)
  const structure = await readStructure(server, schema)
  const namesOf = (some: typeof described) => some.map(({ table, name }) => `${table}.${name}`)
  const keys = await readPrimaryKeys(server)
  if (keys.join() !== 'prompts.id,ratings.id')
    throw mistake('primary-key-lost', { expected: ['prompts.id', 'ratings.id'], seen: keys })
  const nullable = namesOf(described.filter((column) => column.nullable === 'YES'))
  if (nullable.length > 0) throw mistake('not-null-lost', { expected: [], seen: nullable })
  await using outside = await server.session()
  // The clock shows a different time in this session's zone.
  await outside.query("SET time_zone = '+05:00'")
  const [start] = await server.query<{ now: string }>('SELECT NOW() AS now')
  const body = random.text()
  await insert(outside, 'INSERT INTO prompts (name, body) VALUES ?', [
    ['one', body],
    ['two', body],
    ['', ''],
    // They differ only at the end.
    ['x'.repeat(99), body],
    [`${'x'.repeat(98)}y`, body],
  ])
  await insert(outside, 'INSERT INTO ratings (prompt_id, verdict) VALUES ?', [
    [2, 'bad'],
    [2, 'bad'],
  ])
  await insert(outside, 'INSERT INTO ratings (prompt_id, verdict, comment) VALUES ?', [
    [2, 'bad', 'ё'.repeat(500)],
  ])
  const [seen] = await server.query<Record<'created' | 'updated' | 'comment' | 'now', string>>(
    `SELECT p.created_at AS created, p.updated_at AS updated, r.comment, NOW() AS now
     FROM prompts p, ratings r WHERE p.name = 'one' ORDER BY r.id DESC LIMIT 1 OFFSET 1`,
  )
  const isNow = (time: string) => time >= start!.now && time <= seen!.now
  if (!isNow(seen!.created) || !isNow(seen!.updated) || seen!.comment !== '')
    throw mistake('default-lost', {
      expected: { ...seen, created: seen!.now, updated: seen!.now, comment: '' },
      seen,
    })
  for (const [table, expected] of Object.entries(indexes)) {
    const rows = (structure.get(`SHOW INDEX FROM ${table}`) ?? []).map((row) => ({
      ...row,
      primary: Number(row.primary),
      unique: Number(row.unique),
    }))
    expectRows(rows, expected, `SHOW INDEX FROM ${table}`, { ordered: false })
  }
  for (const table of Object.keys(indexes))
    expectRows(structure.get(`CHECK ${table}`) ?? [], [], `CHECK ${table}`)
  const defaults = await server.query(
    `SELECT COLUMN_NAME AS name, COLUMN_DEFAULT AS value FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME IN ('name', 'body', 'prompt_id', 'verdict')
       AND COLUMN_DEFAULT IS NOT NULL`,
  )
  expectValue(defaults, [], 'prompts, ratings: DEFAULT')
  const rules = await server.query<{ rule: string }>(
    `SELECT UPDATE_RULE AS rule FROM information_schema.REFERENTIAL_CONSTRAINTS
     WHERE CONSTRAINT_SCHEMA = DATABASE()`,
  )
  for (const { rule } of rules)
    if (rule !== 'RESTRICT') expectValue(rule, 'NO ACTION', 'FOREIGN KEY … ON UPDATE')
})

test('still moves updated_at when a prompt changes', async ({ connection, server }) => {
  await run(connection, server)
  await using outside = await server.session()
  const old = '2020-02-02 02:02:02'
  await outside.query('UPDATE prompts SET created_at = ?, updated_at = ? WHERE id = 1', [old, old])
  await outside.query("UPDATE prompts SET body = 'Another' WHERE id = 1")
  const [row] = await server.query<{ moved: string; made: string }>(
    'SELECT updated_at AS moved, created_at AS made FROM prompts WHERE id = 1',
  )
  if (row?.moved === old)
    throw mistake('update-lost', { expected: 'the present time', seen: row.moved })
  if (row?.made !== old) throw mistake('created-at-moves', { expected: old, seen: row?.made })
})

test('takes good and bad as verdicts and refuses all others', async ({
  connection,
  server,
  random,
}) => {
  await run(connection, server)
  await using outside = await server.session()
  const rate = (verdict: string) =>
    refusal(outside.query('INSERT INTO ratings (prompt_id, verdict) VALUES (1, ?)', [verdict]))
  for (const verdict of ['good', 'bad']) {
    const errno = await rate(verdict)
    if (errno === 1265)
      throw mistake('enum-one-value', { expected: `'${verdict}' is stored`, seen: 'error 1265' })
    expectValue(errno, undefined, `INSERT … '${verdict}'`)
  }
  if ((await rate('good, bad')) === undefined)
    throw mistake('enum-one-value', { seen: "'good, bad' is stored" })
  const verdict = (await readColumns(server)).find(({ name }) => name === 'verdict')?.fullType
  if (verdict?.match(/','/g)?.length !== 1 && verdict?.includes("'good'"))
    throw mistake('enum-lost', { expected: "enum('good','bad')", seen: verdict })
  for (const other of [random.word(), ''])
    if ((await rate(other)) === undefined)
      throw mistake('enum-lost', { expected: 'an error', seen: `'${other}' is stored` })
})

test('still ties each rating to its prompt, and removes it with the prompt', async ({
  connection,
  server,
}) => {
  await run(connection, server)
  await using outside = await server.session()
  const orphan = await refusal(
    outside.query('INSERT INTO ratings (prompt_id, verdict) VALUES (99, 1)'),
  )
  if (orphan !== 1452)
    throw mistake('foreign-key-lost', {
      expected: 'error 1452',
      seen: orphan ?? 'the row is there',
    })
  const errno = await refusal(outside.query('DELETE FROM prompts WHERE id = 1'))
  if (errno === 1451)
    throw mistake('cascade-lost', {
      expected: 'DELETE removes the ratings too',
      seen: 'error 1451',
    })
  const left = await server.query('SELECT DISTINCT prompt_id FROM ratings')
  expectValue(
    left.map((row) => Number(row.prompt_id)),
    [2],
    'SELECT DISTINCT prompt_id FROM ratings',
  )
  const twice = await refusal(
    outside.query("INSERT INTO prompts (name, body) VALUES ('Translate', '')"),
  )
  if (twice !== 1062)
    throw mistake('unique-lost', {
      expected: 'error 1062',
      seen: twice ?? 'two prompts of one name',
    })
})

test('stores the rows of the script as they are', async ({ asItIs, connection, server }) => {
  const [start] = await server.query<{ now: string }>('SELECT NOW() AS now')
  // The script says which prompts are 1 and 2. The session numbers what it leaves out, the ratings, 5, 15, 25.
  await connection.query(byTest('SET auto_increment_increment = 10, auto_increment_offset = 5'))
  await asItIs()
  await run(connection, server, { 1452: 'rows-lost' })
  const seen = await server.query(
    'SELECT CAST(prompt_id AS CHAR) AS prompt_id, verdict, comment FROM ratings ORDER BY id',
  )
  if (seen.some((row) => row.verdict === ''))
    throw mistake('empty-verdict', { expected: ratings, seen })
  if (seen.some((row) => row.verdict === 'good, bad'))
    throw mistake('enum-one-value', { expected: ratings, seen })
  if (JSON.stringify(seen) !== JSON.stringify(ratings))
    throw mistake('rows-lost', { expected: ratings, seen })
  // The script leaves the times to the server.
  const times = await server.query<{ made: string; moved: string; now: string }>(
    'SELECT created_at AS made, updated_at AS moved, NOW(6) AS now FROM prompts',
  )
  for (const { made, moved, now } of times)
    if (made < start!.now || made > now || moved < start!.now || moved > now)
      throw mistake('rows-lost', { expected: `the present time, ${now}`, seen: times })
  const rated = await server.query('SELECT id FROM ratings ORDER BY id')
  const ids = rated.map(({ id }) => Number(id))
  if (ids.join() !== '1,2,3') expectValue(ids, [5, 15, 25], 'SELECT id FROM ratings')
  expectRows(await server.query('SELECT name, body FROM prompts ORDER BY id'), prompts, 'prompts')
})

test('lets the error through when the server cannot do it', async (lab) => {
  await call(lab.connection, runScript)
  const forbidden = await lab.connect({ database: 'information_schema' })
  await mustReject(() => runScript(forbidden), 'error 1044: nothing may be created here')
  await mustRejectForAnyReason(lab, runScript)
  await lab.server.query('DROP TABLE ratings, prompts')
  await mustRejectRefusals(lab, runScript)
  // Somebody else has a table of this name: a script that stops there has added nothing.
  await lab.server.query(`DROP TABLE IF EXISTS ratings, prompts; CREATE TABLE prompts (
    id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100) NOT NULL UNIQUE, body TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL DEFAULT NOW(), updated_at TIMESTAMP NOT NULL DEFAULT NOW());
    INSERT INTO prompts (id, name, body) VALUES (9, 'Ours', '')`)
  if ((await refusal(runScript(lab.connection))) !== undefined) {
    // Statements sent at once with the refused one come before this.
    await lab.connection.query(byTest('DO 0'))
    const ours = await lab.server.query('SELECT id, name FROM prompts')
    expectRows(ours, [{ id: 9, name: 'Ours' }], 'prompts')
    expectValue(await readTables(lab.server), ['prompts'], 'SHOW TABLES')
  }
  // One statement after the other: where the first fails, the second is not tried.
  await lab.server.query('DROP TABLE IF EXISTS ratings, prompts')
  const sent: string[] = []
  const refusing = await lab.connect()
  onSending(refusing, (sql) => {
    if (sent.push(sql) === 1) for (const { stream } of coresOf(refusing)) stream.destroy()
  })
  refusing.on('error', () => {})
  await mustReject(() => runScript(refusing), 'the connection is lost')
  expectValue(sent.length, 1, 'connection.query()')
  // The second table, and the rows of each.
  const anew = async (given: Connection) => {
    await lab.server.query('DROP TABLE IF EXISTS ratings, prompts')
    await runScript(given)
  }
  await refuseStatements(lab, anew, {
    at: [2, 3, 4],
    most: 3,
    statements: /^\s*(create|insert)\b/i,
    wrong: (expected) => mistake('swallows-errors', { expected, seen: 'no error' }),
  })
})

// --- internal ---

/** Each test has another database, and in each the script makes both tables. */
async function run(
  connection: Connection,
  server: Server,
  mistakes: Record<number, string> = {},
): Promise<void> {
  await call(connection, runScript, mistakes)
  const expected = ['prompts', 'ratings']
  const seen = (await readTables(server)).filter((table) => expected.includes(table))
  expectValue(seen, expected, 'SHOW TABLES')
}

/** What the script means each column to be; a type may be wider, if both ends of the key agree. */
const columns: Record<string, RegExp> = {
  'prompts.id': /^(int|bigint)$/,
  'prompts.name': /^varchar\([1-9]\d\d\)$/,
  'prompts.body': /^(text|mediumtext|longtext)$/,
  'prompts.created_at': /^timestamp$/,
  'prompts.updated_at': /^timestamp$/,
  'ratings.id': /^(int|bigint)$/,
  'ratings.prompt_id': /^(int|bigint)$/,
  'ratings.verdict': /^enum/,
  'ratings.comment': /^varchar\(([5-9]\d\d|\d{4,})\)$/,
}

const indexes = {
  prompts: [
    { primary: 1, unique: 1, columns: 'id' },
    { primary: 0, unique: 1, columns: 'name' },
  ],
  ratings: [
    { primary: 1, unique: 1, columns: 'id' },
    { primary: 0, unique: 0, columns: 'prompt_id' },
  ],
}

/** The script's rules refuse none of these rows. 1364: a column was left out, and it has no default. */
async function insert(outside: Connection, sql: string, rows: unknown[][]): Promise<void> {
  await outside
    .query(sql, [rows])
    .catch(({ errno, message }: { errno: number; message: string }) => {
      throw mistake(errno === 1364 ? 'default-lost' : 'too-strict', {
        expected: 'a row',
        seen: message,
      })
    })
}

const prompts = [
  { name: 'Explain', body: 'Explain this to a ten-year-old:' },
  { name: 'Translate', body: 'Translate this into Russian:' },
]

const ratings = [
  { prompt_id: '1', verdict: 'good', comment: '' },
  { prompt_id: '1', verdict: 'bad', comment: 'Too long' },
  { prompt_id: '2', verdict: 'good', comment: 'Saved my evening' },
]

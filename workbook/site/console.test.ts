import type { RowDataPacket } from 'mysql2'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { rowLimit, type ConsoleOutcome, type ConsoleRun } from '../console/results.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { acquireDatabase } from '../database/acquire.ts'
import { connect } from '../database/connect.ts'
import { sessionSchema } from '../database/own-schema.ts'
import type { DatabaseLease } from '../database/types.ts'
import { readPracticeLog } from '../practice/log.ts'
import { until } from '../testing/lease.ts'
import { consoleActions, type Consoles } from './console.ts'
import { faultTable, sentence } from '../testing/fault-table.ts'

const tells = faultTable()

let lease: DatabaseLease
let consoles: Consoles
let schema: string
let console: string

beforeAll(async () => {
  lease = await acquireDatabase({ progress: progressBar() })
  consoles = consoleActions(lease.access)
  schema = sessionSchema(lease.access.practice, 'console', lease.session)
  await run(`CREATE SCHEMA ${schema}`, 'made-by-test')
})
afterAll(async () => {
  await run(`DROP SCHEMA ${schema}`, 'made-by-test')
  await consoles[Symbol.asyncDispose]()
  await lease[Symbol.asyncDispose]()
})
beforeEach(async () => {
  console = `test-${crypto.randomUUID()}`
  await run(`USE ${schema}; DROP TABLE IF EXISTS t; CREATE TABLE t (id INT PRIMARY KEY, name TEXT)`)
})
// What a test leaves open would lock the table for the next.
afterEach(() => run('exit'))

test('values come exactly as the server wrote them, and NULL is distinct from text', async () => {
  const [rows] = await outcomes(`SELECT NULL AS nothing, '' AS blank, 'NULL' AS word,
    18446744073709551615 AS big, CAST(1.10 AS DECIMAL(65,30)) AS exact, TIMESTAMP'2026-03-29 02:30:00.120' AS moment,
    x'00FF' AS bytes, CAST('{"a": 1.0}' AS JSON) AS json, 'Привет' AS text, '<img src=x onerror=alert(1)>' AS markup`)
  expect(rows).toMatchObject({ kind: 'rows', count: 1 })
  expect(rows!.kind === 'rows' && rows!.rows[0]).toEqual([
    null,
    '',
    'NULL',
    '18446744073709551615',
    '1.100000000000000000000000000000',
    '2026-03-29 02:30:00.120',
    { text: '0x00FF', hex: true },
    '{"a": 1.0}',
    'Привет',
    '<img src=x onerror=alert(1)>',
  ])
})

test('a changed password of the account is set back at once, and the student is told', async () => {
  for (const sql of ["ALTER USER CURRENT_USER() IDENTIFIED BY 'x'", "SET PASSWORD = 'x'"]) {
    const { results } = await run(sql, 'changes-password')
    expect(results[0]).toMatchObject({ warnings: [{ level: 'Note' }] })
    await using own = await connect(lease.access.student)
    await own.connection.ping()
  }
  tells('set back at once, and a note says so')
})

test('a password that was changed elsewhere does not keep a console from connecting', async () => {
  await using own = await connect(lease.access.student)
  await own.connection.query("ALTER USER CURRENT_USER() IDENTIFIED BY 'x'")
  expect(await valueOf('SELECT 1', 'after-the-change')).toBe('1')
  tells('the console connects')
})

test('under NO_BACKSLASH_ESCAPES a backslash is read as the server reads it, from that statement on', async () => {
  const { results } = await run(
    "SELECT 'a\\';'; SET sql_mode = 'NO_BACKSLASH_ESCAPES'; SELECT 'b\\'; SELECT 'c'",
  )
  expect(results.map(({ sql }) => sql)).toEqual([
    "SELECT 'a\\';'",
    "SET sql_mode = 'NO_BACKSLASH_ESCAPES'",
    "SELECT 'b\\'",
    "SELECT 'c'",
  ])
  expect(await valueOf("SELECT 'd\\'")).toBe('d\\')
  const back = await run("SET sql_mode = DEFAULT; SELECT 'e\\'f'")
  expect(back.results).toHaveLength(2)
  tells('cut where the server cuts it')
})

test('columns have the types that their table gives them', async () => {
  const types = [
    'INT UNSIGNED',
    'DECIMAL(10,2)',
    'VARCHAR(255)',
    'CHAR(3)',
    'TEXT',
    'MEDIUMBLOB',
    'BINARY(16)',
  ]
  const more = [
    'ENUM',
    'DATETIME(3)',
    'JSON',
    'BIT(8)',
    'DOUBLE',
    'DATE',
    'TINYTEXT',
    'LONGTEXT',
    'BIGINT',
  ]
  const all = [...types, ...more]
  const columns = all.map((type, index) => `c${index} ${type === 'ENUM' ? "ENUM('a')" : type}`)
  const [, rows] = await outcomes(`CREATE TABLE types (${columns.join()}); SELECT * FROM types;`)
  await run('DROP TABLE types')
  expect(rows!.kind === 'rows' && rows!.columns.map(({ type }) => type)).toEqual(all)
})

test('a statement without rows says what it did, as the client counts it', async () => {
  const [inserted, same, changed] = await outcomes(
    "INSERT INTO t VALUES (1, 'a'), (2, 'b'); UPDATE t SET name = 'a' WHERE id = 1; UPDATE t SET name = 'c';",
  )
  expect(inserted).toMatchObject({
    kind: 'done',
    affected: '2',
    info: 'Records: 2  Duplicates: 0  Warnings: 0',
  })
  expect(same).toMatchObject({ affected: '0', info: 'Rows matched: 1  Changed: 0  Warnings: 0' })
  expect(changed).toMatchObject({ affected: '2' })
  const made = await outcomes(
    'CREATE TABLE n (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT = 9223372036854775807; INSERT INTO n VALUES (); DROP TABLE n',
  )
  expect(made[1]).toMatchObject({ insertId: '9223372036854775807' })
})

test('after an error the rest is not run, and the error knows its place', async () => {
  const script = "SELECT 1;\n\nSELECT id,\n  titel\nFROM t;\nINSERT INTO t VALUES (1, 'x');"
  const { results, left } = await run(script)
  expect([results.length, left]).toEqual([2, 1])
  const error = results[1]!.outcomes[0]!
  expect(error).toMatchObject({
    kind: 'error',
    errno: 1054,
    sqlState: '42S22',
    code: 'ER_BAD_FIELD_ERROR',
    lost: false,
  })
  expect(marked(script, error)).toBe('titel')
  expect(await valueOf('SELECT COUNT(*) FROM t')).toBe('0')
})

test.each([
  ['SELECT 1;\nSHOW TABLES\nDESCRIBE t;', 'DESCRIBE'],
  ['SELECT id\n  , , name FROM t', ','],
  ["INSERT INTO t VALUES (1, 'a'", "'"],
  ['SELECT * FROM nowhere', 'nowhere'],
])('a wrong statement is marked where MySQL stopped: %s', async (script, mark) => {
  const error = (await outcomes(script)).at(-1)!
  expect(marked(script, error)).toBe(mark)
})

test('with many rows the first are kept, all are counted, and memory does not grow', async () => {
  const before = process.memoryUsage().rss
  const many = 'WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 1000)'
  const [rows] = await outcomes(
    `${many} SELECT a.i, REPEAT('x', 500) FROM n a JOIN n b LIMIT 300000`,
  )
  expect(rows).toMatchObject({ kind: 'rows', count: 300_000 })
  expect(rows!.kind === 'rows' && rows!.rows.length).toBe(rowLimit)
  // As text they are 150 MB.
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
})

test('long rows are cut by their bytes, a long value by its length', async () => {
  const many = 'WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 400)'
  const [rows] = await outcomes(`${many} SELECT REPEAT('x', 10000) FROM n`)
  if (rows?.kind !== 'rows') throw new Error('No rows came.')
  expect(rows.count).toBe(400)
  expect(rows.rows.length).toBe(125)
  expect(rows.rows[0]![0]).toMatchObject({ length: 10_000, hex: false })
})

test('a statement is stopped on the server when its time is up, and says so', async () => {
  const { results, left } = await run('SELECT SLEEP(60); SELECT 2')
  expect(results[0]).toMatchObject({ stopped: 'time' })
  expect([results.length, left]).toEqual([1, 1])
  expect(await running('SLEEP(60)')).toBe(0)
  expect(await valueOf('SELECT 3')).toBe('3')
})

test('cancelling stops the statement on the server, and the connection goes on', async () => {
  await run('START TRANSACTION; INSERT INTO t VALUES (7, NULL)')
  const asked = run('SELECT 1; SELECT COUNT(*), SLEEP(61) FROM t; SELECT 3')
  await until(async () => (await running('SLEEP(61)')) === 1)
  await consoles.handlers['console/cancel']({ console }, noAbort)
  const { results, left, state } = await asked
  expect(results.map(({ stopped }) => stopped)).toEqual([undefined, 'cancelled'])
  expect(left).toBe(1)
  expect(state.transaction).toBe(true)
  expect(await running('SLEEP(61)')).toBe(0)
  expect(await valueOf('SELECT COUNT(*) FROM t')).toBe('1')
})

test('when a page goes away, its statement is stopped', async () => {
  const page = new AbortController()
  const asked = run('SELECT SLEEP(62)', console, page.signal)
  await until(async () => (await running('SLEEP(62)')) === 1)
  page.abort()
  await asked
  expect(await running('SLEEP(62)')).toBe(0)
})

test('a transaction is open until it ends, even one that a SELECT or the end of autocommit began', async () => {
  const open = async (script: string) => (await run(script)).state.transaction
  expect(await open('SELECT 1')).toBe(false)
  expect(await open('START TRANSACTION; SELECT * FROM t')).toBe(true)
  expect(await open('SELEKT')).toBe(true)
  expect(await open('ROLLBACK')).toBe(false)
  expect(await open('SET autocommit = 0; SELECT * FROM t')).toBe(true)
  expect(await open('CREATE TABLE implicit (id INT); DROP TABLE implicit')).toBe(false)
})

test('after an error the transaction is as the server has it', async () => {
  const open = async (script: string) => (await run(script)).state.transaction
  await run('CREATE TABLE taken (id INT); INSERT INTO t VALUES (1, NULL)')
  // CREATE TABLE ends the transaction before it fails.
  expect(await open('START TRANSACTION; DELETE FROM t; CREATE TABLE taken (id INT)')).toBe(false)
  expect(await open('START TRANSACTION; INSERT INTO t VALUES (2, NULL), (2, NULL)')).toBe(true)
  await run('ROLLBACK')
  expect(await open('SET autocommit = 0; INSERT INTO t VALUES (3, NULL), (3, NULL)')).toBe(true)
  const [errors] = await outcomes('SHOW ERRORS')
  expect(errors).toMatchObject({ rows: [['Error', '1062', expect.any(String)]] })
  await run('ROLLBACK; DROP TABLE taken')
})

test('what was cancelled before its turn is not sent', async () => {
  const { results, left } = await run(
    "INSERT INTO t VALUES (1, 'a'); SELECT 2",
    console,
    AbortSignal.abort(),
  )
  expect([results.length, left]).toEqual([0, 2])
  expect(await valueOf('SELECT COUNT(*) FROM t')).toBe('0')
})

test('two consoles are two sessions: one does not see what the other has not committed', async () => {
  await run("START TRANSACTION; INSERT INTO t VALUES (1, 'a')")
  const other = `${console}-2`
  expect(await valueOf(`SELECT COUNT(*) FROM ${schema}.t`, other)).toBe('0')
  await run('COMMIT')
  expect(await valueOf(`SELECT COUNT(*) FROM ${schema}.t`, other)).toBe('1')
})

test('a lost connection is reported, and the next run has a new one in the same database', async () => {
  await run('START TRANSACTION; SET @kept = 1')
  const id = await valueOf('SELECT CONNECTION_ID()')
  const { results } = await run(`KILL ${id}; SELECT 1`)
  expect(results.at(-1)!.outcomes.at(-1)).toMatchObject({ kind: 'error', errno: 1317 })
  const next = await run('SELECT @kept, DATABASE()')
  expect(next.reopened || next.results[0]!.outcomes[0]!.kind === 'error').toBe(true)
  const [rows] = await outcomes('SELECT @kept, DATABASE()')
  expect(rows).toMatchObject({ rows: [[null, schema]] })
})

test('a connection that somebody else closes is reported too', async () => {
  const look = async () => (await consoles.handlers['console/look']({ console }, noAbort)).state
  const id = await valueOf('SELECT CONNECTION_ID()')
  await run('START TRANSACTION')
  expect(await look()).toEqual({ database: schema, transaction: true })
  await run(`KILL ${id}`, `${console}-2`)
  await until(async () => !(await look()).transaction)
  await until(async () => (await run('SELECT 1')).reopened)
  expect((await run('SELECT 1')).reopened).toBe(false)
})

test('the ninth console takes the connection of the one that was idle longest', async () => {
  const names = Array.from({ length: 9 }, (_, index) => `${console}-${index}`)
  for (const name of names) await run('SELECT 1', name)
  const [first, last] = [names[0]!, names.at(-1)!]
  expect((await run('SELECT 1', last)).reopened).toBe(false)
  expect((await run('SELECT 1', first)).reopened).toBe(true)
})

test("the client's own words: USE, status, \\G, exit", async () => {
  const { results } = await run(`USE ${lease.access.practice}\nSELECT 1\\G\nstatus\nexit\n`)
  expect(results[0]!.outcomes[0]).toMatchObject({ kind: 'done', database: lease.access.practice })
  expect(results[1]).toMatchObject({ vertical: true })
  expect(results[2]!.outcomes[0]).toMatchObject({ kind: 'status' })
  expect(results[3]!.outcomes).toEqual([{ kind: 'exit' }])
  expect((await run('SELECT 1')).reopened).toBe(false)
})

test('warnings come with their statement, and ROW_COUNT() refers to the previous one', async () => {
  const { results } = await run(
    "SELECT CAST('12x' AS SIGNED); DELETE FROM t; INSERT INTO t VALUES (1, 'a'), (2, 'b'); SELECT ROW_COUNT()",
  )
  expect(results[0]!.warnings).toEqual([
    { level: 'Warning', code: 1292, message: "Truncated incorrect INTEGER value: '12x'" },
  ])
  expect(results[3]!.outcomes[0]).toMatchObject({ rows: [['2']] })
  const counted = await run(
    "INSERT IGNORE INTO t VALUES (1, 'a'), (3, 'c'), (4, 'd'); SELECT ROW_COUNT()",
  )
  expect(counted.results[1]!.outcomes[0]).toMatchObject({ rows: [['2']] })
})

test('a procedure returns each of its results', async () => {
  const script =
    'DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END//\nDELIMITER ;\nCALL p(); DROP PROCEDURE p;'
  const { results } = await run(script)
  expect(results[1]!.outcomes.map(({ kind }) => kind)).toEqual(['rows', 'rows', 'done'])
})

test.each([
  'SELECT * FROM mysql.user',
  'SET GLOBAL max_connections = 5',
  'SET SESSION sql_log_off = ON',
  "SELECT 'x' INTO OUTFILE '/tmp/workbook-console'",
  "LOAD DATA INFILE '/etc/passwd' INTO TABLE t",
  "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE t",
  "CREATE USER me@'%'",
  'SET ROLE ALL; GRANT ALL ON *.* TO CURRENT_USER()',
  'SHUTDOWN',
])('the student is refused: %s', async (sql) => {
  expect((await outcomes(sql)).at(-1)).toMatchObject({ kind: 'error', lost: false })
})

test('only schemas of the workbook are opened from a panel, and only tables of those are looked at', async () => {
  const open = consoles.handlers['console/open']
  for (const foreign of ['mysql', `x${schema}`, lease.access.practice.slice(0, -1), '', 7]) {
    const asked = Promise.resolve().then(() =>
      open({ console, schema: foreign as string }, noAbort),
    )
    await expect(asked, String(foreign)).rejects.toMatchObject({ code: 'OUTSIDE_PREFIX' })
  }
  await run(`USE ${lease.access.practice}`)
  expect((await open({ console, schema }, noAbort)).state.database).toBe(schema)
  await run('CREATE TABLE child (id INT, t_id INT NOT NULL, FOREIGN KEY (t_id) REFERENCES t (id))')
  const { tables } = await consoles.handlers['console/look']({ console }, noAbort)
  await run('DROP TABLE child')
  expect(tables.map(({ name }) => name)).toEqual(['child', 't'])
  expect(tables[0]!.columns[1]).toEqual({
    name: 't_id',
    type: 'int',
    nullable: false,
    key: 'MUL',
    references: { table: 't', column: 'id' },
  })
  await run('USE information_schema')
  expect((await consoles.handlers['console/look']({ console }, noAbort)).tables).toEqual([])
  tells('refused: OUTSIDE_PREFIX')
})

test('an invalid id is refused', async () => {
  for (const id of ['', 'short', '../../x-climbing', 7, null]) {
    await expect(run('SELECT 1', id as string), String(id)).rejects.toMatchObject({
      code: 'BAD_COMMAND',
    })
  }
  tells('refused: BAD_COMMAND')
})

test('the practice log contains what was typed, and nothing that the console asks by itself', async () => {
  await run(`USE ${lease.access.practice}`)
  const since = new Date(Date.now() + 1000).toISOString()
  await until(() => Date.now() > Date.parse(since))
  await run("SELECT CAST('12x' AS SIGNED);\nSHOW TABLES;\n\\s")
  await consoles.handlers['console/look']({ console }, noAbort)
  await using admin = await connect(lease.access.admin)
  const typed = await readPracticeLog(admin.connection, lease.access, since)
  const own = typed.filter(({ command }) => command === 'Query').map(({ sql }) => sql)
  expect(own).toEqual(["SELECT CAST('12x' AS SIGNED)", 'SHOW TABLES'])
})

test('the practice database is created again although a console has a transaction open in it', async () => {
  await run(`USE ${lease.access.practice}; START TRANSACTION; DELETE FROM conversations`)
  await consoles.handlers['console/reset']({}, noAbort)
  expect(await valueOf('SELECT COUNT(*) FROM conversations')).toBe('4')
})

test('a practice database that somebody else has locked stays as it is, and the reason is given', async () => {
  const { student, practice } = lease.access
  await using other = await connect(student, { database: practice })
  await other.connection.query('START TRANSACTION')
  await other.connection.query('DELETE FROM messages')
  await expect(consoles.handlers['console/reset']({}, noAbort)).rejects.toMatchObject({
    code: 'SERVER_FAILED',
    next: expect.stringContaining('ROLLBACK'),
  })
  await other.connection.query('ROLLBACK')
  expect(await valueOf(`SELECT COUNT(*) FROM ${practice}.messages`)).toBe('8')
  tells(sentence('db.practice-locked'))
})

// --- internal ---

const noAbort = new AbortController().signal

async function run(script: string, id = console, signal = noAbort): Promise<ConsoleRun> {
  return consoles.handlers['console/run']({ console: id, script }, signal)
}

async function outcomes(script: string): Promise<ConsoleOutcome[]> {
  const { results } = await run(script)
  return results.flatMap((result) => result.outcomes)
}

async function valueOf(sql: string, id = console): Promise<unknown> {
  const { results } = await run(sql, id)
  const [rows] = results[0]!.outcomes
  return rows!.kind === 'rows' ? rows!.rows[0]![0] : rows
}

function marked(script: string, outcome: ConsoleOutcome): string | undefined {
  return outcome.kind === 'error' ? script.slice(outcome.from, outcome.to) : undefined
}

/** How many connections run a statement that contains this text. */
async function running(text: string): Promise<number> {
  await using admin = await connect(lease.access.admin)
  const [[row]] = await admin.connection.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE INFO LIKE ? AND ID <> CONNECTION_ID()',
    [`%${text}%`],
  )
  return Number(row!.n)
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { progressBar } from '../terminal/progress-bar.ts'
import { acquireDatabase } from './acquire.ts'
import { connect } from './connect.ts'
import { sessionSchema } from './own-schema.ts'
import type { DatabaseLease } from './types.ts'
import { faultTable } from '../testing/fault-table.ts'

const tells = faultTable()

let lease: DatabaseLease
beforeAll(async () => {
  lease = await acquireDatabase({ progress: progressBar() })
})
afterAll(async () => lease[Symbol.asyncDispose]())

test('the student owns the practice database and every schema that begins with its name', async () => {
  const { practice, student } = lease.access
  const schema = sessionSchema(practice, 'rights', lease.session)
  await using own = await connect(student, { database: practice })
  await own.connection.query(`CREATE SCHEMA ${schema}`)
  await own.connection.query(`CREATE TABLE ${schema}.t (id INT PRIMARY KEY)`)
  await own.connection.query(`CREATE VIEW ${schema}.v AS SELECT id FROM ${schema}.t`)
  await own.connection.query(
    `CREATE TRIGGER ${schema}.g BEFORE INSERT ON ${schema}.t FOR EACH ROW SET @x = 1`,
  )
  await own.connection.query(`DROP SCHEMA ${schema}`)
})

test.each([
  'SELECT * FROM mysql.user',
  'SELECT * FROM mysql.general_log',
  'TRUNCATE mysql.general_log',
  'DROP DATABASE mysql',
  'CREATE SCHEMA other',
  // `_` in the grant is itself, not any character.
  'CREATE SCHEMA aixchatxdb_',
  'SET GLOBAL general_log = OFF',
  'SET PERSIST max_connections = 5',
  'SET SESSION sql_log_off = ON',
  'SHUTDOWN',
  'RESTART',
  "CREATE USER me@'%'",
  "ALTER USER workbook_admin@'127.0.0.1' IDENTIFIED BY 'x'",
  "GRANT ALL ON *.* TO student@'127.0.0.1'",
  "SELECT 'x' INTO OUTFILE '/tmp/workbook-outfile'",
  "LOAD DATA INFILE '/etc/passwd' INTO TABLE messages",
  "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE messages",
  "INSTALL PLUGIN x SONAME 'x.so'",
  'FLUSH TABLES WITH READ LOCK',
  'CREATE TABLESPACE ts ADD DATAFILE "ts.ibd"',
])('the student is refused: %s', async (sql) => {
  await using own = await connect(lease.access.student, { database: lease.access.practice })
  await expect(own.connection.query(sql)).rejects.toMatchObject({
    sqlState: expect.stringMatching(/^(42000|28000|HY000|42S02)$/),
  })
})

test('LOAD_FILE() returns nothing to the student', async () => {
  await using own = await connect(lease.access.student)
  const [rows] = await own.connection.query("SELECT LOAD_FILE('/etc/passwd') AS content")
  expect(rows).toEqual([{ content: null }])
  tells('NULL')
})

test('the student ends their own connection, and sees no others', async () => {
  await using own = await connect(lease.access.student)
  await using other = await connect(lease.access.student)
  await own.connection.query(`KILL ${other.connection.threadId}`)
  await expect(other.connection.query('SELECT 1')).rejects.toThrow()
  const [rows] = await own.connection.query('SHOW PROCESSLIST')
  expect(new Set((rows as { User: string }[]).map(({ User }) => User))).toEqual(
    new Set(['student']),
  )
  tells('only the connections of the same account are seen')
})

test('a first connection works without TLS, with the password sent encrypted', async () => {
  await using admin = await connect(lease.access.admin)
  // Empties the cache that lets later connections in without the key exchange.
  await admin.connection.query('FLUSH PRIVILEGES')
  await using own = await connect(lease.access.student)
  const [rows] = await own.connection.query("SHOW SESSION STATUS LIKE 'Ssl_cipher'")
  expect(rows).toMatchObject([{ Value: '' }])
  const sql = "SELECT DISTINCT plugin FROM mysql.user WHERE user IN ('student', 'workbook_admin')"
  const [plugins] = await admin.connection.query(sql)
  expect(plugins).toEqual([{ plugin: 'caching_sha2_password' }])
})

test('a wrong password is reported as such', async () => {
  const account = { ...lease.access.student, password: 'wrong' }
  await expect(connect(account)).rejects.toMatchObject({ code: 'ACCESS_DENIED' })
})

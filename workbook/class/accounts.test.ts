import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { RowDataPacket } from 'mysql2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answers, connect } from '../database/connect.ts'
import { openClassServer, type ClassServer } from '../testing/class-server.ts'
import { until } from '../testing/lease.ts'
import { faultTable } from '../testing/fault-table.ts'

const tells = faultTable()

let server: ClassServer
beforeAll(async () => {
  server = await openClassServer()
})
afterAll(() => server[Symbol.asyncDispose]())

test('a bad line is named with its number, and nobody is added', async () => {
  for (const [text, message] of [
    ['name\nAnn', 'Line 1'],
    ['login,name\nann,Ann\n\nBob,Bob', 'Line 4 of the list: "Bob"'],
    ['login\nann\nann', 'Line 3 of the list: the login "ann" is on line 2'],
    ['login,name\nann', 'Line 2 of the list: it does not have as many cells'],
    ['login,name\nann,"Ann', 'Line 2 of the list: its quotation marks'],
    ['login\nann\ndb', 'Line 3 of the list: the server has databases'],
    ['login\nann\nclass', 'Line 3 of the list: the server has databases'],
  ] as const) {
    const { code, stderr } = await server.create(text)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  }
  expect(await server.accounts()).toEqual([])
  expect(existsSync(path.join(server.folder, 'envs'))).toBe(false)
})

test('each student gets an account and a .env; running it twice changes nothing', async () => {
  const { code, stdout, stderr } = await server.create(
    'login;name\nann;"Анна ""Аня"" O\'Hara"\nbob;Bob\n',
  )
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(await server.accounts()).toEqual(['workbook_ann', 'workbook_bob'])
  const file = path.join(server.folder, 'envs', 'ann', '.env')
  const env = server.envOf('ann')
  expect(env).toMatchObject({ MYSQL_USER: 'workbook_ann', MYSQL_DB: 'ai_chat_ann' })
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o77).toBe(0)
  expect(stdout + stderr).not.toContain(env.MYSQL_PASSWORD)
  const before = await snapshot()
  const again = await server.create('login;name\nann;Анна\nbob;Bob\n')
  expect(again.stdout).toContain('Students added: 0. Already in the class, left as they are: 2.')
  expect(await snapshot()).toEqual(before)
})

test('passwords are in no log and in no file but the .env', async () => {
  const password = server.envOf('ann').MYSQL_PASSWORD!
  const [rows] = await server.admin.query<RowDataPacket[]>(
    'SELECT CONVERT(argument USING utf8mb4) AS sent FROM mysql.general_log',
  )
  expect(rows.some(({ sent }) => String(sent).includes("'workbook_ann'@'%'"))).toBe(true)
  expect(rows.filter(({ sent }) => String(sent).includes(password))).toEqual([])
  const state = server.teacher.state
  const files = readdirSync(state, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(path.join(one.parentPath, one.name), 'utf8'))
  expect(files.filter((text) => text.includes(password))).toEqual([])
  tells('only in the .env of its student')
})

test('an account without the rights is told so before anything begins', async () => {
  await server.admin.query('REVOKE CREATE USER ON *.* FROM teacher')
  const poor = await server.create('login\ncarl\n')
  await server.admin.query('GRANT CREATE USER ON *.* TO teacher')
  expect(poor.code).toBe(3)
  expect(poor.stderr).toContain('cannot set up a class')
  await server.admin.query('REVOKE INSERT ON mysql.general_log FROM teacher')
  const logless = await server.create('login\ncarl\n')
  await server.admin.query('GRANT INSERT ON mysql.general_log TO teacher')
  expect(logless.code).toBe(3)
  expect(logless.stderr).toContain('GRANT SELECT, INSERT, CREATE, ALTER, DROP')
  await expectOnlyAnnAndBob()
  tells('exit 3, before anything begins')
})

test('a server that keeps no statement log is told', async () => {
  await server.admin.query('SET GLOBAL general_log = OFF')
  const { code, stdout } = await server.create('login\nann\nbob\n')
  await server.admin.query('SET GLOBAL general_log = ON')
  expect(code).toBe(0)
  expect(stdout).toContain('does not write its statement log to a table')
})

test('a server that allows too few connections for the class is told', async () => {
  await server.admin.query('SET GLOBAL max_connections = 19')
  const { code, stdout } = await server.create('login\nann\nbob\n')
  await server.admin.query('SET GLOBAL max_connections = 1000')
  expect(code).toBe(0)
  expect(stdout).toContain('SET PERSIST max_connections = 20')
})

test("somebody else's account is not taken over", async () => {
  await server.admin.query("CREATE USER 'workbook_dora'@'%'")
  const { code, stderr } = await server.create('login\ncarl\ndora\n')
  await server.admin.query("DROP USER 'workbook_dora'@'%'")
  expect(code).toBe(2)
  expect(stderr).toContain('Line 3')
  await expectOnlyAnnAndBob()
  tells('exit 2, with the number of the line')
})

test('what fails in the middle leaves nothing behind', async () => {
  await onDora("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The disk is full.'")
  const failed = await server.create('login\ncarl\ndora\nemma\n')
  await server.admin.query('DROP TRIGGER ai_chat_class.fault')
  expect(failed.code).toBe(3)
  expect(failed.stderr).toContain('The disk is full.')
  await expectOnlyAnnAndBob()
  tells('exit 3; nothing is left behind')
})

test('what was killed in the middle is finished by the next run', async () => {
  await onDora('DO SLEEP(1000)')
  const env = server.env
  const killed = server.teacher.start(['class', ...server.creating('login\ncarl\ndora\n')], { env })
  await until(async () => (await sleeping()).length > 0)
  killed.kill('SIGKILL')
  for (const id of await sleeping()) await server.admin.query('KILL ?', [id])
  await server.admin.query('DROP TRIGGER ai_chat_class.fault')
  expect(await server.accounts()).toContain('workbook_dora')
  const passwords = () => ['carl', 'dora'].map((login) => server.accountOf(login).password)
  const known = passwords()
  const again = await server.create('login\ncarl\ndora\n')
  expect(again.stdout).toContain('Students added: 1. Already in the class, left as they are: 1.')
  expect(passwords()).toEqual(known)
  for (const login of ['carl', 'dora']) expect(await answers(server.accountOf(login))).toBe(true)
  const before = await snapshot()
  expect((await server.create('login\ncarl\ndora\n')).code).toBe(0)
  expect(await snapshot()).toEqual(before)
  tells('the next run finishes it')
})

test('the server moves its log while a student sends, and no statement is missed or seen twice', async () => {
  await using ann = await connect(server.accountOf('ann'))
  await using other = await connect(server.accountOf('ann'))
  for (let n = 0; n < 3000 || (await logged('ai_chat_class.log_kept')) < 2000; n++) {
    await ann.connection.query(`DO 'statement ${n}'`)
    if (n % 50 > 0) continue
    const expected = Array.from({ length: n + 1 }, (_, index) => `DO 'statement ${index}'`)
    const sent = await sentBy(other.connection)
    expect(sent.filter((sql) => sql.startsWith("DO 'statement"))).toEqual(expected)
  }
  expect(await logged('mysql.general_log')).toBeLessThan(3000)
})

test('a move that was cut off is finished, and rows go when no test asks for them any more', async () => {
  await using ann = await connect(server.accountOf('ann'))
  await using teacher = await connect(server.account, { multipleStatements: true })
  const admin = teacher.connection
  await admin.query('ALTER EVENT ai_chat_class.move_log DISABLE')
  // It may be at work still.
  await until(async () => (await running('thread/sql/event_worker')) === 0)
  await ann.connection.query("DO 'cut off'")
  const seen = async () => (await sentBy(ann.connection)).filter((sql) => sql === "DO 'cut off'")
  await admin.query('DROP TABLE ai_chat_class.log_moving')
  await admin.query(
    `CREATE TABLE ai_chat_class.log_moving LIKE mysql.general_log;
     RENAME TABLE mysql.general_log TO ai_chat_class.x, ai_chat_class.log_moving TO mysql.general_log,
       ai_chat_class.x TO ai_chat_class.log_moving`,
  )
  expect(await seen()).toHaveLength(1)
  await admin.query('CALL ai_chat_class.move_log()')
  expect(await logged('ai_chat_class.log_moving')).toBe(0)
  expect(await seen()).toHaveLength(1)
  await admin.query(
    `UPDATE ai_chat_class.log_kept SET event_time = event_time - INTERVAL 1 HOUR;
     ALTER TABLE ai_chat_class.log_kept AUTO_INCREMENT = 1000000;
     INSERT INTO ai_chat_class.log_moving
       SELECT event_time, user_host, thread_id, server_id, command_type, argument FROM ai_chat_class.log_kept;
     UPDATE ai_chat_class.log_state SET is_kept = TRUE`,
  )
  expect(await seen()).toHaveLength(1)
  await admin.query('CALL ai_chat_class.move_log()')
  expect(await logged('ai_chat_class.log_moving')).toBe(0)
  await admin.query('INSERT INTO ai_chat_class.log_moving SELECT * FROM mysql.general_log LIMIT 1')
  await admin.query('CALL ai_chat_class.move_log()')
  expect(await seen()).toHaveLength(0)
  await admin.query('ALTER EVENT ai_chat_class.move_log ENABLE')
})

// --- internal ---

async function expectOnlyAnnAndBob(): Promise<void> {
  expect(await server.accounts()).toEqual(['workbook_ann', 'workbook_bob'])
  expect(readdirSync(path.join(server.folder, 'envs')).toSorted()).toEqual(['ann', 'bob'])
  expect((await server.run('list')).stdout).not.toMatch(/carl|dora|emma/)
}

/** Makes the server do this when dora, the last of her list or the one in its middle, is added. */
async function onDora(fault: string): Promise<void> {
  await server.admin.query(
    `CREATE TRIGGER ai_chat_class.fault BEFORE INSERT ON ai_chat_class.students FOR EACH ROW
     IF NEW.login = 'dora' THEN ${fault}; END IF`,
  )
}

async function sleeping(): Promise<number[]> {
  const [rows] = await server.admin.query<RowDataPacket[]>('SHOW PROCESSLIST')
  return rows.filter(({ State }) => State === 'User sleep').map(({ Id }) => Number(Id))
}

async function running(thread: string): Promise<number> {
  const [rows] = await server.admin.query<RowDataPacket[]>(
    'SELECT 1 FROM performance_schema.threads WHERE name = ?',
    [thread],
  )
  return rows.length
}

async function logged(table: string): Promise<number> {
  const [[row]] = await server.admin.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM ${table}`)
  return Number(row!.n)
}

async function sentBy(student: ClassServer['admin']): Promise<string[]> {
  const [rows] = await student.query<RowDataPacket[]>(
    'SELECT CONVERT(argument USING utf8mb4) AS sent FROM ai_chat_class.statements',
  )
  return rows.map(({ sent }) => String(sent))
}

/** Accounts, rights, the list and the files of the students. */
async function snapshot(): Promise<unknown> {
  const [users] = await server.admin.query(
    "SELECT user, authentication_string FROM mysql.user WHERE user LIKE 'workbook%'",
  )
  const [rights] = await server.admin.query('SELECT * FROM mysql.db ORDER BY user, db')
  const [students] = await server.admin.query('SELECT * FROM ai_chat_class.students')
  const logins = readdirSync(path.join(server.folder, 'envs'))
  return { users, rights, students, envs: logins.map((login) => server.envOf(login)) }
}

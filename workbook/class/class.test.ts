import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'dotenv'
import type { RowDataPacket } from 'mysql2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listExercises } from '../content/lessons.ts'
import { solutionOf } from '../content/stubs.ts'
import { connect, type OwnConnection } from '../database/connect.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { makeState, type TestState } from '../testing/lease.ts'

// A server of the workbook's own, in another state folder, is the server of the class.
let host: TestState
let teacher: Checkout
let student: Checkout
let server: DatabaseAccess
let admin: OwnConnection
const folder = mkdtempSync(path.join(tmpdir(), 'workbook-class-'))
const list = path.join(folder, 'students.csv')
const [first, second, third] = listExercises().filter(({ language }) => language === 'ts')

beforeAll(async () => {
  host = await makeState()
  server = (await host.lease().ready).access
  admin = await connect(server.admin)
  teacher = await copyCheckout()
  student = await copyCheckout()
  const grants = [
    "CREATE USER, SELECT ON *.* TO 'teacher'@'%'",
    "ALL ON `ai\\_chat\\_%`.* TO 'teacher'@'%' WITH GRANT OPTION",
  ]
  await admin.connection.query("CREATE USER 'teacher'@'%' IDENTIFIED BY 'teaches'")
  for (const grant of grants) await admin.connection.query(`GRANT ${grant}`)
})
afterAll(async () => {
  await admin[Symbol.asyncDispose]()
  await student[Symbol.asyncDispose]()
  await teacher[Symbol.asyncDispose]()
  await host[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

test('a bad line is named with its number, and nobody is added', async () => {
  for (const [text, message] of [
    ['name\nAnn', 'Line 1'],
    ['login,name\nann,Ann\n\nBob,Bob', 'Line 4 of the list: "Bob"'],
    ['login\nann\nann', 'Line 3 of the list: the login "ann" is on line 2'],
    ['login,name\nann', 'Line 2 of the list: it does not have as many cells'],
    ['login,name\nann,"Ann', 'Line 2 of the list: its quotation marks'],
    ['login\nann\ndb', 'Line 3 of the list: the server has databases'],
  ] as const) {
    const { code, stderr } = await create(text)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  }
  expect(await accounts()).toEqual([])
  expect(existsSync(path.join(folder, 'env'))).toBe(false)
})

test('each student gets an account and a .env; running it twice changes nothing', async () => {
  const { code, stdout, stderr } = await create('login;name\nann;"Анна ""Аня"" O\'Hara"\nbob;Bob\n')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(await accounts()).toEqual(['workbook_ann', 'workbook_bob'])
  const file = path.join(folder, 'env', 'ann', '.env')
  const env = parse(readFileSync(file))
  expect(env).toMatchObject({ MYSQL_USER: 'workbook_ann', MYSQL_DB: 'ai_chat_ann' })
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o77).toBe(0)
  expect(stdout + stderr).not.toContain(env.MYSQL_PASSWORD)
  const before = await snapshot()
  const again = await create('login;name\nann;Анна\nbob;Bob\n')
  expect(again.stdout).toContain('Students added: 0. In the class already, left as they are: 2.')
  expect(await snapshot()).toEqual(before)
  expect(parse(readFileSync(file))).toEqual(env)
})

test('passwords are in no log', async () => {
  const password = envOf('ann').MYSQL_PASSWORD!
  const [rows] = await admin.connection.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS n FROM mysql.general_log WHERE LOCATE(?, argument) > 0 AND LOCATE(?, argument) = 0',
    [password, 'FROM mysql.general_log'],
  )
  expect(Number(rows[0]!.n)).toBe(0)
})

test('what fails in the middle leaves nothing behind', async () => {
  await admin.connection.query('REVOKE CREATE USER ON *.* FROM teacher')
  const refused = await create('login\ncarl\ndora\n')
  await admin.connection.query('GRANT CREATE USER ON *.* TO teacher')
  expect(refused.code).toBe(3)
  expect(refused.stderr).toContain('cannot set up a class')
  await admin.connection.query("CREATE USER 'workbook_dora'@'%'")
  const taken = await create('login\ncarl\ndora\n')
  await admin.connection.query("DROP USER 'workbook_dora'@'%'")
  expect(taken.code).toBe(2)
  expect(taken.stderr).toContain('Line 3')
  expect(await accounts()).toEqual(['workbook_ann', 'workbook_bob'])
  expect(existsSync(path.join(folder, 'env', 'carl', '.env'))).toBe(false)
})

test("a student sees nothing of another's and writes nobody else's progress", async () => {
  await using ann = await connect(accountOf('ann'))
  await using bob = await connect(accountOf('bob'))
  await bob.connection.query('CREATE SCHEMA ai_chat_bob')
  await bob.connection.query('CREATE TABLE ai_chat_bob.t (id INT PRIMARY KEY)')
  await bob.connection.query("SELECT 'a secret of Bob'")
  for (const statement of [
    'SELECT * FROM ai_chat_bob.t',
    'CREATE SCHEMA ai_chat_bob_x',
    'CREATE SCHEMA ai_chat_annx',
    'SELECT * FROM ai_chat_class.progress',
    'SELECT * FROM ai_chat_class.students',
    "DELETE FROM ai_chat_class.progress WHERE login = 'bob'",
    "INSERT INTO ai_chat_class.progress (login) VALUES ('bob')",
    'DROP PROCEDURE ai_chat_class.send_progress',
    'SELECT * FROM mysql.general_log',
    'SELECT * FROM mysql.user',
    "CREATE USER 'x'@'%'",
  ])
    await expect(ann.connection.query(statement), statement).rejects.toThrow(/denied|command/)
  const [seen] = await ann.connection.query<RowDataPacket[]>('SHOW SCHEMAS')
  expect(seen.map((row) => String(row.Database))).not.toContain('ai_chat_bob')
  const [log] = await ann.connection.query<RowDataPacket[]>(
    'SELECT CONVERT(argument USING utf8mb4) AS sent FROM ai_chat_class.statements',
  )
  const sent = log.map((row) => String(row.sent))
  expect(sent).toContain('SELECT * FROM ai_chat_bob.t')
  expect(sent.join('\n')).not.toContain('a secret of Bob')
  const [processes] = await ann.connection.query<RowDataPacket[]>('SHOW PROCESSLIST')
  expect(new Set(processes.map((row) => row.User))).toEqual(new Set(['workbook_ann']))
})

test('a student checks, sends, and the teacher reads it in four forms', async () => {
  for (const exercise of [first!, second!])
    writeFileSync(student.at(exercise.file), solutionOf(exercise))
  writeFileSync(student.at(third!.file), 'export {}\n')
  const checked = await student.run(['check', first!.id, second!.id, third!.id], {
    env: envOf('ann'),
  })
  expect(checked.stdout).toContain('2 passed')
  const sent = await student.run(['progress', '--send'], { env: envOf('ann') })
  expect(sent.stdout).toMatch(/Sent to the class server: \d exercises/)
  const table = await asTeacher('report')
  expect(table.stdout).toMatch(/ann.*2 \/ /)
  const json = JSON.parse((await asTeacher('report', '--format', 'json')).stdout)
  expect(
    json.map(
      ({ login, passed, attempts }: { login: string; passed: number; attempts: number }) => ({
        login,
        passed,
        attempts,
      }),
    ),
  ).toEqual([
    { login: 'ann', passed: 2, attempts: 3 },
    { login: 'bob', passed: 0, attempts: 0 },
  ])
  const csv = (await asTeacher('report', '--format', 'csv')).stdout.split('\r\n')
  expect(csv[1]).toContain(`ann,"Анна ""Аня"" O'Hara",`)
  const junit = (await asTeacher('report', '--format', 'junit')).stdout
  expect(junit).toContain(`<testsuite name="ann" tests="${listExercises().length}" failures="1"`)
  const alone = await student.run(['progress', '--send'], {
    env: { WORKBOOK_DATABASE: 'embedded' },
  })
  expect(alone.code).toBe(3)
  expect(alone.stderr).toContain('.env names none')
  const outsider = await student.run(['progress', '--send'], {
    env: { ...envOf('ann'), MYSQL_USER: 'teacher', MYSQL_PASSWORD: 'teaches' },
  })
  expect(outsider.code).toBe(3)
  expect(outsider.stderr).toContain('not in the class')
})

test('who leaves the class leaves nothing behind', async () => {
  const refused = await asTeacher('remove', 'bob')
  expect(refused.code).toBe(2)
  expect((await asTeacher('remove', 'nobody', '--yes')).stderr).toContain(
    'Not in the class: nobody',
  )
  expect((await asTeacher('remove', 'bob', '--yes')).code).toBe(0)
  expect((await asTeacher('list')).stdout).not.toContain('bob')
  expect(await accounts()).toEqual(['workbook_ann'])
  const [schemas] = await admin.connection.query<RowDataPacket[]>(
    "SHOW SCHEMAS LIKE 'ai\\_chat\\_bob%'",
  )
  expect(schemas).toEqual([])
})

// --- internal ---

function create(text: string) {
  writeFileSync(list, text)
  return asTeacher('create', '--file', list, '--out', path.join(folder, 'env'))
}

function asTeacher(...args: string[]) {
  return teacher.run(['class', ...args], { env: serverEnv('teacher', 'teaches') })
}

function serverEnv(user: string, password: string): Record<string, string> {
  const { host: name, port } = server.admin
  return {
    WORKBOOK_DATABASE: '',
    MYSQL_HOST: name,
    MYSQL_PORT: String(port),
    MYSQL_USER: user,
    MYSQL_PASSWORD: password,
  }
}

function envOf(login: string): Record<string, string> {
  return parse(readFileSync(path.join(folder, 'env', login, '.env')))
}

function accountOf(login: string) {
  const { MYSQL_HOST = '', MYSQL_PORT = '', MYSQL_USER = '', MYSQL_PASSWORD = '' } = envOf(login)
  return { host: MYSQL_HOST, port: Number(MYSQL_PORT), user: MYSQL_USER, password: MYSQL_PASSWORD }
}

async function accounts(): Promise<string[]> {
  const [rows] = await admin.connection.query<RowDataPacket[]>(
    "SELECT user FROM mysql.user WHERE user LIKE 'workbook\\_%' AND user <> 'workbook_admin' ORDER BY user",
  )
  return rows.map((row) => String(row.user))
}

async function snapshot(): Promise<unknown> {
  const [users] = await admin.connection.query(
    "SELECT user, authentication_string FROM mysql.user WHERE user LIKE 'workbook%'",
  )
  const [students] = await admin.connection.query('SELECT * FROM ai_chat_class.students')
  return { users, students }
}

import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { RowDataPacket } from 'mysql2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listExercises } from '../content/lessons.ts'
import { solutionOf } from '../content/stubs.ts'
import { connect } from '../database/connect.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { openClassServer, type ClassServer } from '../testing/class-server.ts'
import type { StudentReport } from './report.ts'

let server: ClassServer
let student: Checkout
const [first, second, third] = listExercises().filter(({ language }) => language === 'ts')

beforeAll(async () => {
  server = await openClassServer()
  student = await copyCheckout()
  await server.create('login,name\nann,"Анна ""Аня"" O\'Hara"\nbob,=1+1\n')
})
afterAll(async () => {
  await student[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

test("a student sees nothing of another's work", async () => {
  await using ann = await connect(server.accountOf('ann'))
  await using bob = await connect(server.accountOf('bob'))
  await bob.connection.query('CREATE SCHEMA ai_chat_bob')
  await bob.connection.query('CREATE TABLE ai_chat_bob.t (id INT PRIMARY KEY)')
  await bob.connection.query("SELECT 'a secret of Bob'")
  for (const statement of [
    'SELECT * FROM ai_chat_bob.t',
    'CREATE SCHEMA ai_chat_bob_x',
    'CREATE SCHEMA ai_chat_annx',
    'SELECT * FROM ai_chat_class.progress',
    'SELECT * FROM ai_chat_class.students',
    'SELECT * FROM ai_chat_class.log_kept',
    'SELECT * FROM ai_chat_class.log_moving',
    'SELECT * FROM mysql.general_log',
    'SELECT * FROM mysql.user',
    'SELECT * FROM performance_schema.events_statements_history_long',
  ])
    await expect(ann.connection.query(statement), statement).rejects.toThrow(/denied/)
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

test("a student cannot write another's progress", async () => {
  await using ann = await connect(server.accountOf('ann'))
  await using bob = await connect(server.accountOf('bob'))
  const own = { exercise: first!.id, status: 'passed', hintsShown: 0, solutionAsked: false }
  const sent = (attempts: number) => JSON.stringify([{ ...own, login: 'bob', attempts }])
  await bob.connection.query('CALL ai_chat_class.send_progress(?)', [sent(1)])
  await ann.connection.query('CALL ai_chat_class.send_progress(?)', [sent(2)])
  for (const statement of [
    "DELETE FROM ai_chat_class.progress WHERE login = 'bob'",
    "INSERT INTO ai_chat_class.progress (login) VALUES ('bob')",
    "UPDATE ai_chat_class.progress SET attempts = 9 WHERE login = 'bob'",
    'DROP PROCEDURE ai_chat_class.send_progress',
    'DELETE FROM ai_chat_class.statements',
    "CREATE USER 'x'@'%'",
    "SET PASSWORD FOR 'workbook_bob'@'%' = 'x'",
  ])
    await expect(ann.connection.query(statement), statement).rejects.toThrow(/denied|not updatable/)
  expect((await report()).map(({ login, attempts }) => [login, attempts])).toEqual([
    ['ann', 2],
    ['bob', 1],
  ])
  await bob.connection.query("CALL ai_chat_class.send_progress('[]')")
})

test('a student checks, sends, and the teacher reads it in four forms', async () => {
  const env = server.envOf('ann')
  for (const exercise of [first!, second!])
    writeFileSync(student.at(exercise.file), solutionOf(exercise))
  writeFileSync(student.at(third!.file), 'export {}\n')
  const checked = await student.run(['check', first!.id, second!.id, third!.id], { env })
  expect(checked.stdout).toContain('2 passed')
  const sent = await student.run(['progress', '--send'], { env })
  expect(sent.stdout).toMatch(/Sent to the class server: \d exercises/)
  expect((await server.run('report')).stdout).toMatch(/ann.*2 \/ /)
  expect(
    (await report()).map(({ login, passed, attempts }) => ({ login, passed, attempts })),
  ).toEqual([
    { login: 'ann', passed: 2, attempts: 3 },
    { login: 'bob', passed: 0, attempts: 0 },
  ])
  const csv = (await server.run('report', '--format', 'csv')).stdout.split('\r\n')
  expect(csv[1]).toContain(`ann,"Анна ""Аня"" O'Hara",`)
  expect(csv.at(-1)).toContain("bob,'=1+1,")
  const junit = (await server.run('report', '--format', 'junit')).stdout
  expect(junit).toContain(`<testsuite name="ann" tests="${listExercises().length}" failures="1"`)
})

test('right answers pass, however long the name of the practice database is', async () => {
  const env = student.environment({
    ...server.envOf('ann'),
    MYSQL_DB: 'ai_chat_ann_'.padEnd(28, 'x'),
  })
  // In shared workers: a process for each exercise would take three times as long.
  const vitest = path.join(student.root, 'node_modules', 'vitest', 'vitest.mjs')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [vitest, 'run', '--project', 'solutions', '--reporter=json'],
    { cwd: student.root, env, maxBuffer: 64 * 2 ** 20 },
  )
  const { success, testResults } = JSON.parse(stdout.slice(stdout.indexOf('{')))
  expect({ success, specs: testResults.length }).toEqual({
    success: true,
    specs: listExercises().length,
  })
})

test('an account outside the class sends nothing', async () => {
  const alone = await student.run(['progress', '--send'], {
    env: { WORKBOOK_DATABASE: 'embedded' },
  })
  expect(alone.code).toBe(3)
  expect(alone.stderr).toContain('.env names none')
  const outsider = await student.run(['progress', '--send'], { env: server.env })
  expect(outsider.code).toBe(3)
  expect(outsider.stderr).toContain('not in the class')
})

test('nobody but the teacher reads the reports', async () => {
  for (const action of ['list', 'report', 'watch']) {
    const refused = await student.run(['class', action], { env: server.envOf('ann') })
    expect({ action, code: refused.code }).toEqual({ action, code: 3 })
    expect(refused.stderr).toContain('There is no class on this server')
  }
})

test('a student who leaves the class leaves nothing behind', async () => {
  const refused = await server.run('remove', 'bob')
  expect(refused.code).toBe(2)
  expect((await server.run('remove', 'nobody', '--yes')).stderr).toContain(
    'Not in the class: nobody',
  )
  expect((await server.run('remove', 'bob', '--yes')).code).toBe(0)
  expect((await server.run('list')).stdout).not.toContain('bob')
  expect(await server.accounts()).toEqual(['workbook_ann'])
  const [schemas] = await server.admin.query<RowDataPacket[]>(
    "SHOW SCHEMAS LIKE 'ai\\_chat\\_bob%'",
  )
  expect(schemas).toEqual([])
})

// --- internal ---

async function report(): Promise<StudentReport[]> {
  return JSON.parse((await server.run('report', '--format', 'json')).stdout) as StudentReport[]
}

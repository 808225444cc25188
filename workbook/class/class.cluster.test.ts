import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listExercises } from '../content/lessons.ts'
import { solutionOf } from '../content/stubs.ts'
import { connect } from '../database/connect.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { openClassServer, type ClassServer } from '../testing/class-server.ts'
import { until } from '../testing/lease.ts'
import { testPatience } from '../testing/patience.ts'
import { openServerGroup, type ServerGroup } from '../testing/server-group.ts'
import type { Verdict } from '../verdict.ts'

// A class on three servers in a group: MySQL Reference Manual, 20.1.3.1 "Single-Primary Mode". The tests are one story.

let group: ServerGroup
let server: ClassServer
let student: Checkout
/** What the server has acknowledged: rows of a practice database, and progress that was sent, by its attempts. */
const rows: number[] = []
const sent: number[] = []

beforeAll(async () => {
  group = await openServerGroup()
  server = await openClassServer(group)
  student = await copyCheckout()
  const created = await server.create(list)
  expect(created).toMatchObject({ code: 0, stderr: '' })
  for (const exercise of listExercises())
    writeFileSync(student.at(exercise.file), solutionOf(exercise))
})
afterAll(async () => {
  await student?.[Symbol.asyncDispose]()
  await (server ?? group)?.[Symbol.asyncDispose]()
})

test('when the primary dies, a running check says that the server is in the way, not the answers', async () => {
  const checking = check('dml')
  await until(() => passedCount() > 2)
  const writing = [writeRows(), sendProgress()]
  await until(() => rows.length > 20 && sent.length > 5)
  await group.members[0]!.kill()
  await Promise.all(writing)
  const { code, verdicts } = await checking
  const statuses = new Set(verdicts.map(({ status }) => status))
  expect(code).toBe(3)
  expect([...statuses].toSorted(), told(verdicts, 'passed', 'blocked')).toEqual([
    'blocked',
    'passed',
  ])
})

test('the next check passes, all solutions, by way of the router', async () => {
  await group.follow(group.members[1]!, 2)
  const { code, verdicts } = await check()
  expect(told(verdicts, 'passed')).toBe('')
  expect({ code, count: verdicts.length }).toEqual({ code: 0, count: listExercises().length })
})

test('nothing is lost that was acknowledged', async () => {
  for (const member of group.members.slice(1)) {
    await using own = await connect(member.admin)
    const [kept] = await own.connection.query<RowDataPacket[]>('SELECT n FROM ai_chat_bob.kept')
    const numbers = new Set(kept.map(({ n }) => Number(n)))
    expect(rows.filter((n) => !numbers.has(n))).toEqual([])
  }
  const [bob] = await report('bob')
  expect(bob!.attempts).toBeGreaterThanOrEqual(sent.at(-1)!)
})

test('a student sends progress to the servers that are left, and the teacher reads it', async () => {
  const { code } = await student.run(['progress', '--send'], { env: server.envOf('ann') })
  expect(code).toBe(0)
  const [ann] = await report('ann')
  expect(ann).toMatchObject({ passed: listExercises().length })
})

test('the log of the new primary was kept short, though it runs no event of the one before', async () => {
  await using own = await connect(group.admin)
  const [[log]] = await own.connection.query<RowDataPacket[]>(
    `SELECT COUNT(*) AS n, (SELECT status FROM information_schema.events WHERE event_schema = 'ai_chat_class') AS event
     FROM mysql.general_log`,
  )
  expect(log).toMatchObject({ event: 'REPLICA_SIDE_DISABLED' })
  // All solutions send some twenty thousand statements.
  expect(Number(log!.n)).toBeLessThan(8000)
})

// --- internal ---

const list = 'login\nann\nbob\n'

async function check(...ids: string[]): Promise<{ code: number | null; verdicts: Verdict[] }> {
  const options = { env: server.envOf('ann'), timeout: testPatience }
  const { code, stdout, stderr } = await student.run(['check', ...ids, '--json'], options)
  if (!stdout.startsWith('[')) throw new Error(`No verdicts came: ${code}\n${stdout}\n${stderr}`)
  return { code, verdicts: JSON.parse(stdout) as Verdict[] }
}

/** What is said of the others. */
function told(verdicts: readonly Verdict[], ...expected: Verdict['status'][]): string {
  return verdicts
    .filter(({ status }) => !expected.includes(status))
    .map(({ exercise, status, problem, tests }) => {
      const failures = [problem, ...tests.map(({ failure }) => failure)].filter(Boolean)
      return `${exercise} ${status}: ${JSON.stringify(failures)}`
    })
    .join('\n')
}

function passedCount(): number {
  const file = path.join(student.state, 'progress.json')
  return existsSync(file) ? readFileSync(file, 'utf8').split('"passed"').length - 1 : 0
}

/** Writes one row after the other as a student, until the connection is lost. */
async function writeRows(): Promise<void> {
  await whileConnected('bob', async (connection) => {
    await connection.query('CREATE SCHEMA ai_chat_bob')
    await connection.query('CREATE TABLE ai_chat_bob.kept (n INT PRIMARY KEY)')
    for (let n = 1; ; n++) {
      await connection.query('INSERT INTO ai_chat_bob.kept VALUES (?)', [n])
      rows.push(n)
    }
  })
}

async function sendProgress(): Promise<void> {
  const { id } = listExercises()[0]!
  const entry = { exercise: id, status: 'passed', hintsShown: 0, solutionAsked: false }
  await whileConnected('bob', async (connection) => {
    for (let attempts = 1; ; attempts++) {
      const progress = JSON.stringify([{ ...entry, attempts }])
      await connection.query('CALL ai_chat_class.send_progress(?)', [progress])
      sent.push(attempts)
    }
  })
}

async function whileConnected(
  login: string,
  work: (connection: Connection) => Promise<never>,
): Promise<void> {
  await using own = await connect(server.accountOf(login))
  await expect(work(own.connection)).rejects.toThrow(/connection|ECONNRESET/i)
}

async function report(login: string): Promise<{ attempts: number; passed: number }[]> {
  const { stdout } = await server.run('report', '--format', 'json')
  const students = JSON.parse(stdout) as { login: string; attempts: number; passed: number }[]
  return students.filter((one) => one.login === login)
}

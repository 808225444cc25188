import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminName, type Passwords } from '../database/accounts.ts'
import { connect, type OwnConnection } from '../database/connect.ts'
import type { Account } from '../database/types.ts'
import { findExercise } from '../content/lessons.ts'
import type { ExerciseProgress, Progress } from '../progress/types.ts'
import { mistakeText } from '../content/pages.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { until } from '../testing/lease.ts'
import { canOpenTerminal, openTerminal } from '../testing/terminal.ts'

// The real `watch`, and statements through the real `mysql` client, which `db shell` opens.

const tour = findExercise('shell/tour')
const steps = {
  databases: 'lists the databases of the server',
  use: 'makes ai_chat_db the current database',
  tables: 'lists the tables of the database',
  columns: 'describes the columns of a table',
  remove: 'deletes the added row and no other',
}

let checkout: Checkout
let session: ChildProcess
let output = ''
beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  await startWatch()
})
afterAll(() => checkout[Symbol.asyncDispose]())

test('a step typed in the client is ticked without a save, and no other', async () => {
  await send('SHOW DATABASES;')
  await until(() => output.includes(`✓ ${steps.databases}`))
  expect(output).toContain('shell/tour')
  expect(output).toContain(`✗ ${steps.use}`)
  expect(progress()).toMatchObject({ status: 'failed', steps: [steps.databases] })
})

test.skipIf(!canOpenTerminal)('what the client asks for its completion ticks nothing', async () => {
  const terminal = openTerminal(checkout, ['db', 'shell'], env)
  await terminal.shows('mysql>')
  terminal.type('USE ai_chat_db\r')
  await terminal.shows('Database changed')
  await until(() => output.includes(`✓ ${steps.use}`))
  terminal.type('exit\r')
  await terminal.ended()
  expect(progress().steps).toEqual([steps.databases, steps.use])
})

test('what DBeaver asks by itself ticks nothing, but what is run in its editor does', async () => {
  await using student = await openAsStudent()
  await student.connection.query('/* ApplicationName=DBeaver 25.1.0 - Metadata */ SHOW TABLES')
  await student.connection.query(
    '/* ApplicationName=DBeaver 25.1.0 - SQLEditor <Script.sql> */ DESC messages',
  )
  await until(() => progress().steps?.includes(steps.columns) ?? false)
  expect(progress().steps).not.toContain(steps.tables)
})

test("the cheatsheet's DELETE is distinguished from the right one", async () => {
  await send(
    "START TRANSACTION; DELETE FROM conversations WHERE created_at > '2025-02-07'; ROLLBACK;",
  )
  const { title } = mistakeText(tour, 'delete-by-date', 'en')!
  await until(() => output.includes(title))
  expect(progress().steps).not.toContain(steps.remove)
})

test('a step stays taken after a restart of the server and when the log is emptied', async () => {
  await stopWatch()
  await checkout.run(['db', 'start'], { env })
  await emptyLog()
  const { stdout } = await checkout.run(['check', 'shell/tour'], { env })
  expect(stdout).toContain(`✓ ${steps.databases}`)
})

test('the steps that are left may be in the file', async () => {
  await startWatch()
  const solution = readFileSync(tour.solution, 'utf8')
  writeFileSync(checkout.at(tour.file), solution)
  await until(() => output.includes('passed'))
  expect(progress()).toMatchObject({ status: 'passed' })
})

test('after a reset the tour starts over, whatever is in the log', async () => {
  await checkout.run(['reset', 'shell/tour', '--yes'], { env })
  expect(progress()).toMatchObject({ status: 'not-started', steps: [] })
  await send('SHOW TABLES;')
  // Whatever else is in the log was seen with it, or before.
  await until(() => (progress().steps ?? []).length > 0)
  expect(progress().steps).toEqual([steps.tables])
})

test('a step taken while nobody watches is remembered by the next check, whatever that checks', async () => {
  await stopWatch()
  await send('DESC messages;')
  await checkout.run(['check', 'shell/list-tables'], { env })
  expect(progress().steps).toEqual([steps.tables, steps.columns])
})

// --- internal ---

const env = { WORKBOOK_DATABASE: 'embedded' }

async function startWatch(): Promise<void> {
  output = ''
  session = checkout.start(['watch'], { env })
  session.stdout!.setEncoding('utf8').on('data', (text: string) => (output += text))
  await until(() => output.includes('Ctrl-C'))
}

async function stopWatch(): Promise<void> {
  const closed = once(session, 'close')
  session.kill('SIGINT')
  await closed
}

async function send(input: string): Promise<void> {
  const { code, stderr } = await checkout.run(['db', 'shell'], { env, input })
  expect(stderr).toBe('')
  expect(code).toBe(0)
}

/** As the workbook does when it grows long. */
async function emptyLog(): Promise<void> {
  const accounts = readFileSync(path.join(checkout.state, 'accounts.json'), 'utf8')
  const { admin: password } = JSON.parse(accounts) as Passwords
  await using own = await connect({ ...(await address()), user: adminName, password })
  await own.connection.query('TRUNCATE mysql.general_log')
}

async function openAsStudent(): Promise<OwnConnection> {
  const account = await address()
  return connect(account, { database: account.database })
}

async function address(): Promise<Account & { database: string }> {
  const { stdout } = await checkout.run(['db', 'status', '--json', '--show-password'], { env })
  const [server] = JSON.parse(stdout) as [Account & { database: string }]
  return server
}

function progress(): ExerciseProgress {
  const file = path.join(checkout.state, 'progress.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as Progress).exercises[tour.id]!
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../database/connect.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'

let checkout: Checkout
beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
})
afterAll(async () => {
  await checkout.run(['db', 'stop', '--force'])
  await checkout[Symbol.asyncDispose]()
})

const env = { WORKBOOK_DATABASE: 'embedded' }
const db = (...args: string[]) => checkout.run(['db', ...args], { env })

interface Status {
  host: string
  port: number
  user: string
  database: string
  password?: string
  keep: boolean
}

async function status(...more: string[]): Promise<Status[]> {
  return JSON.parse((await db('status', '--json', ...more)).stdout) as Status[]
}

async function openAsStudent() {
  const [{ host, port, user, password = '', database }] = (await status('--show-password')) as [
    Status,
  ]
  return connect({ host, port, user, password }, { database })
}

test('start leaves a server running until stop', async () => {
  expect((await db('status')).stdout).toContain('No server is running.')
  const { code, stdout } = await db('start')
  expect(code).toBe(0)
  expect(stdout).toContain('It runs until `npm run db -- stop`.')
  const [{ keep, password }] = (await status()) as [Status]
  expect({ keep, password }).toEqual({ keep: true, password: undefined })
  expect((await db('stop')).stdout).toContain('Stopped (embedded).')
  expect(await status()).toEqual([])
})

test('shell is the real client, on the practice database, as the student', async () => {
  const input = 'SELECT CURRENT_USER(), DATABASE();'
  const { stdout, code } = await checkout.run(['db', 'shell'], { env, input })
  expect(stdout).toContain('student@127.0.0.1\tai_chat_db')
  expect(code).toBe(0)
})

test('shell opens on any schema of the workbook, and on no other', async () => {
  const input = 'SELECT DATABASE();'
  const open = (schema: string) => checkout.run(['db', 'shell', schema], { env, input })
  await db('start')
  await using own = await openAsStudent()
  await own.connection.query('CREATE DATABASE ai_chat_db_left_here')
  const { code, stdout } = await open('ai_chat_db_left_here')
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'DATABASE()\nai_chat_db_left_here\n' })
  await own.connection.query('DROP DATABASE ai_chat_db_left_here')
  const gone = await open('ai_chat_db_left_here')
  expect(gone.code).toBe(2)
  expect(gone.stderr).toContain('no longer there')
  for (const foreign of [['mysql'], ['ai_chat_dba'], ['--', '--execute=SELECT 1']]) {
    const { code, stdout } = await checkout.run(['db', 'shell', ...foreign], { env, input })
    expect({ code, stdout }, foreign.join(' ')).toEqual({ code: 2, stdout: '' })
  }
})

test('reset asks first, and never without a terminal', async () => {
  await db('start')
  await using own = await openAsStudent()
  await own.connection.query('DELETE FROM messages')
  const refused = await db('reset')
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('npm run db -- reset --yes')
  expect((await db('reset', '--yes')).stdout).toContain('as it was at the beginning')
  const [rows] = await own.connection.query('SELECT COUNT(*) AS total FROM ai_chat_db.messages')
  expect(rows).toEqual([{ total: 8 }])
})

test('an unknown action is a wrong command, and the message lists the actions', async () => {
  const { code, stderr } = await db('fly')
  expect(code).toBe(2)
  expect(stderr).toContain('start, stop, status, shell, reset')
})

test('doctor looks at everything, and has an output for programs', async () => {
  const { code, stdout } = await checkout.run(['doctor', '--json'], { env })
  const { ok, findings } = JSON.parse(stdout) as { ok: boolean; findings: { name: string }[] }
  expect({ code, ok }).toEqual({ code: 0, ok: true })
  expect(findings.map(({ name }) => name)).toEqual([
    'Version',
    'Node',
    'Settings',
    'Provider "embedded"',
    'State folder',
    'Server',
    'Port',
    'Rights',
    'Statement log',
  ])
})

test('doctor exits with 3 and says what to do when no server can be had', async () => {
  const refused = {
    WORKBOOK_DATABASE: 'external',
    MYSQL_HOST: '127.0.0.1',
    MYSQL_PORT: '1',
    MYSQL_USER: 'me',
  }
  const { code, stdout } = await checkout.run(['doctor'], { env: refused })
  expect(code).toBe(3)
  expect(stdout).toContain('No MySQL responds at 127.0.0.1:1')
  expect(stdout).toContain('check MYSQL_HOST and MYSQL_PORT')
})

import type { Connection } from 'mysql2/promise'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { DatabaseAccess } from '../../workbook/database/types.ts'
import type { RunEvent } from '../../workbook/verdict.ts'
import { makeState, type TestState } from '../../workbook/testing/lease.ts'
import {
  atOnce,
  counted,
  inCallersTransaction,
  insideTransaction,
  writeInBetween,
} from './calls.ts'
import { openClients, type Clients } from './clients.ts'
import type { FindingError } from './findings.ts'
import { falsyErrors, hostileErrors, secretsIn } from './hostile-errors.ts'
import { inFlight, recordOf } from './lent.ts'
import { takeNotes, type RunNotes } from './run-events.ts'
import { withPlaces } from './sent-from.ts'
import { lookFromOutside, openAdmin, type Server } from './server.ts'
import { prepareSessionReading } from './session-snapshot.ts'

let state: TestState
let access: DatabaseAccess
let admin: Connection
let schema: string
let clients: Clients
let notes: RunNotes

beforeAll(async () => {
  state = await makeState()
  access = (await state.lease().ready).access
  admin = await openAdmin(access)
  expect(await prepareSessionReading(admin)).toBeUndefined()
  schema = `${access.practice}_lent`
  await admin.query(`CREATE DATABASE ${schema}; USE ${schema};
    CREATE TABLE conversations (id INT AUTO_INCREMENT PRIMARY KEY, title VARCHAR(255) NOT NULL)`)
})
afterAll(async () => {
  await admin?.end()
  await state?.[Symbol.asyncDispose]()
})
beforeEach(async () => {
  notes = takeNotes(performance.now())
  clients = await openClients(access, schema, admin, notes)
})
afterEach(() => clients.close())

const server = {
  query: async (sql: string, values?: unknown[]) => (await admin.query(sql, values))[0],
} as unknown as Server

const told = async (...allowed: string[]) => {
  const finding = await clients.judge(allowed)
  return finding && [finding.failure.finding.key, finding.failure.finding.params.what]
}

test('what a pool lends and takes back, and how long it kept somebody waiting, is recorded', async () => {
  const pool = clients.lab.createPool({ connectionLimit: 1 })
  const first = await pool.getConnection()
  const second = pool.getConnection()
  setTimeout(() => first.release(), 50)
  const { threadId: thread } = await second
  expect(notes.events.map(({ kind, thread }) => [kind, thread])).toEqual([
    ['borrow', thread],
    ['release', thread],
    ['borrow', thread],
  ])
  const [, release, borrow] = notes.events as [RunEvent, RunEvent, RunEvent]
  expect(borrow.at).toBeLessThan(release.at)
  expect(borrow.at + borrow.milliseconds!).toBeGreaterThanOrEqual(release.at)
})

test('what the spec itself does is recorded, over its other sessions too', async () => {
  const log = { read: () => Promise.resolve([]) }
  const outside = lookFromOutside(admin, access, schema, log)
  const server = notes.watched({ ...outside, practice: { name: '', sent: [], steps: [] } })
  await server.query('SELECT 1')
  await using session = await server.session()
  await session.beginTransaction()
  await session.query({ sql: 'SELECT 2' })
  const { threadId: thread } = clients.lab.connection
  await server.kill(thread)
  expect(notes.events).toEqual([
    spec('SELECT 1'),
    spec('START TRANSACTION'),
    spec('SELECT 2'),
    { ...spec(`KILL ${thread}`), kind: 'kill', thread },
  ])
  // The server ends it, and the student's connection notices.
  clients.lab.connection.on('error', () => {})
})

test('each statement knows which call sent it', async () => {
  const { connection } = clients.lab
  const pool = clients.lab.createPool()
  await connection.beginTransaction()
  await connection.query('SELECT ?', [1])
  await pool.query('SELECT ?', [2])
  await connection.rollback()
  const thread = connection.threadId
  const statement = (sql: string, thread: number) => ({ thread, command: 'Query', sql })
  const log = [
    { ...statement('SELECT 1', thread), byTest: true as const },
    statement('START TRANSACTION', thread),
    statement('SELECT 1', thread),
    statement('SELECT 2', thread + 1),
    statement('ROLLBACK', thread),
  ]
  const placed = withPlaces(log, clients.calls, (stack) => {
    const [, line, column] = /lent\.test\.ts:(\d+):(\d+)/.exec(stack ?? '') ?? []
    return { line: Number(line), column: Number(column) }
  })
  const lines = placed.map(({ from }) => from?.line)
  const first = lines[1]!
  expect(lines).toEqual([undefined, first, first + 1, first + 2, first + 3])
})

test('a connection that was used and left as it was is not a finding', async () => {
  const { connection } = clients.lab
  await connection.query("INSERT INTO conversations (title) VALUES ('one')")
  await connection.execute('SELECT ? AS n', [1])
  await connection.query('START TRANSACTION')
  await connection.query('SELECT * FROM conversations')
  await connection.query('COMMIT')
  await connection.query('SET @gone = NULL')
  expect(await told()).toBeUndefined()
})

test('all user variables may be allowed, without the variables of the server', async () => {
  await clients.lab.connection.query('SET @mine = 5')
  expect(await told('@')).toBeUndefined()
  await clients.lab.connection.query("SET SESSION sql_mode = ''")
  expect(await told('@')).toEqual(['finding.session-changed', '@@sql_mode'])
})

test.each([
  ["SET SESSION sql_mode = ''", 'session-changed', '@@sql_mode'],
  ['SET @mine = 5', 'session-changed', '@mine'],
  ['CREATE TEMPORARY TABLE t (id INT)', 'session-changed', 'CREATE TEMPORARY TABLE'],
  ["PREPARE p FROM 'SELECT 1'", 'session-changed', 'PREPARE p'],
  ["SELECT GET_LOCK('lent', 1)", 'lock-left', "GET_LOCK('lent')"],
  ['LOCK TABLES conversations READ', 'lock-left', 'LOCK TABLES conversations'],
  ['LOCK TABLES conversations WRITE', 'lock-left', 'LOCK TABLES conversations'],
  ['START TRANSACTION', 'transaction-left-open', 'START TRANSACTION'],
])('%s is found, unless it is allowed or was so before', async (sql, key, what) => {
  await clients.lab.connection.query(sql)
  expect(await told()).toEqual([`finding.${key}`, what])
  expect(await told(what)).toBeUndefined()
  await clients.lab.asItIs()
  expect(await told()).toBeUndefined()
})

test("resetting a variable to its default is found if its value was the caller's own", async () => {
  const { connection, asItIs } = clients.lab
  await connection.query('SET SESSION lock_wait_timeout = 7')
  await asItIs()
  await connection.query('SET SESSION lock_wait_timeout = DEFAULT')
  expect(await told()).toEqual(['finding.session-changed', '@@lock_wait_timeout'])
})

test("a pool's connection is examined too", async () => {
  const pool = clients.lab.createPool({ connectionLimit: 1 })
  await pool.query("SET SESSION sql_mode = ''")
  expect(await told()).toEqual(['finding.session-changed', '@@sql_mode'])
})

test('closing what was lent is found, closing what was lost is not', async () => {
  const lost = await clients.lab.connect()
  await admin.query(`KILL ${lost.threadId}`)
  await lost.query('SELECT 1').catch(() => {})
  lost.destroy()
  expect(await told()).toBeUndefined()
  await clients.lab.connection.end()
  expect(await told()).toEqual(['finding.closes-connection', undefined])
  expect(await told('closed')).toBeUndefined()
})

test('ending a pool is found', async () => {
  await clients.lab.createPool().end()
  expect(await told()).toEqual(['finding.ends-pool', undefined])
})

test('a pool counts, and reports a second release, a use after release and a transaction over the pool', async () => {
  const pool = clients.lab.createPool({ connectionLimit: 2 })
  const destroyed = await pool.getConnection()
  destroyed.destroy()
  destroyed.release()
  const own = await pool.getConnection()
  await own.query('START TRANSACTION')
  await own.query('COMMIT')
  own.release()
  expect(recordOf(pool)).toMatchObject({ borrowed: 2, returned: 2, releasedAgain: 0 })
  expect(await told()).toBeUndefined()
  await own.query('SELECT 1')
  expect((await told())![0]).toBe('finding.used-after-release')
  own.release()
  expect((await told())![0]).toBe('finding.released-twice')
  await pool.query('START TRANSACTION')
  expect((await told())![0]).toBe('finding.transaction-over-pool')
})

test('a statement that nobody waits for is in flight', async () => {
  const { connection } = clients.lab
  const floating = connection.query('SELECT SLEEP(0.01)')
  expect(inFlight(connection)).toBe(1)
  await floating
  await new Promise(setImmediate)
  expect(inFlight(connection)).toBe(0)
})

test("what happened to the caller's transaction", async () => {
  const { connection } = clients.lab
  const lab = { connection, server }
  for (const [sql, became] of [
    ['SELECT 1', 'left'],
    ['COMMIT', 'committed'],
    ['ROLLBACK', 'rolled back'],
  ]) {
    const { transaction } = await insideTransaction(lab, () => connection.query(sql!))
    expect(transaction).toBe(became)
    await admin.query('DELETE FROM conversations')
  }
})

test('a transaction that the caller has begun is found to be ended, without a table', async () => {
  const { connection } = clients.lab
  const ends = async (sql: string) => {
    const outcome = inCallersTransaction({ connection, server }, () => connection.query(sql))
    return outcome.then(
      () => undefined,
      (error: FindingError) => error.failure.finding.key,
    )
  }
  for (const sql of ['SELECT 1', 'SAVEPOINT own', 'SET @own = 1'])
    expect(await ends(sql)).toBe(undefined)
  for (const sql of ['COMMIT', 'ROLLBACK', 'START TRANSACTION'])
    expect(await ends(sql)).toBe('finding.transaction-ended')
  await admin.query("INSERT INTO conversations (title) VALUES ('Tea')")
  expect(await ends('SELECT * FROM conversations')).toBe(undefined)
  for (const lock of ['FOR SHARE', 'FOR UPDATE'])
    expect(await ends(`SELECT * FROM conversations ${lock}`)).toBe('finding.rows-locked')
  await admin.query('DELETE FROM conversations')
})

test('listeners that each call adds are found, on a connection, a pool and the process', async () => {
  const { connection, createPool } = clients.lab
  const pool = createPool({ connectionLimit: 1 })
  const listen = async (add: () => unknown) => {
    for (let times = 0; times < 3; times++) await add()
    return (await clients.judge([]))?.failure.finding
  }
  await pool.query('SELECT 1')
  connection.once('end', () => {})
  expect(await told()).toBeUndefined()
  const found = { key: 'finding.listeners-left' }
  const onProcess = () => {}
  expect(await listen(() => process.on('SIGHUP', onProcess))).toMatchObject({
    ...found,
    params: { event: 'SIGHUP', what: 'process', n: 3 },
  })
  for (let times = 0; times < 3; times++) process.off('SIGHUP', onProcess)
  expect(
    await listen(async () => {
      const lent = await pool.getConnection()
      lent.on('error', () => {})
      lent.release()
    }),
  ).toMatchObject({ ...found, params: { event: 'error', what: 'pool' } })
})

test('an option of the driver that is set on a lent connection or pool is found', async () => {
  const { connection, createPool } = clients.lab
  const pool = createPool()
  await pool.query({ sql: 'SELECT 1', rowsAsArray: true })
  expect(await told()).toBe(undefined)
  Object.assign(connection.config, { rowsAsArray: true })
  expect(await told()).toEqual(['finding.session-changed', 'config.rowsAsArray'])
  expect(await told('config.rowsAsArray')).toBe(undefined)
  Object.assign(connection.config, { rowsAsArray: false })
  const lent = await pool.getConnection()
  Object.assign(lent.config, { dateStrings: true })
  lent.release()
  expect(await told()).toEqual(['finding.session-changed', 'config.dateStrings'])
})

test('somebody else writes in between, until disposed of', async () => {
  const { connection } = clients.lab
  let written = 0
  {
    using _ = writeInBetween(connection, async () => (written += 1))
    await connection.query('SELECT 1')
    await connection.execute('SELECT 1')
  }
  await connection.query('SELECT 1')
  expect(written).toBe(2)
})

test('calls at once recognise an undefined error; callbacks count their runs', async () => {
  const work = counted(() => Promise.reject(undefined))
  const outcomes = await atOnce([work.run, work.run, async () => 1])
  expect(outcomes).toEqual([{ error: undefined }, { error: undefined }, { value: 1 }])
  expect('error' in outcomes[0]!).toBe(true)
  expect(work).toMatchObject({ calls: 2, running: 0 })
})

test('a secret is found wherever it is', () => {
  const secret = 'pa55word'
  const hidden = Object.defineProperty(new Error('x'), 'sql', { value: secret })
  expect(secretsIn(new Error(secret), secret)).toContain('message')
  expect(secretsIn(hidden, secret)).toContain('sql')
  expect(secretsIn(new Error('x', { cause: new Error(secret) }), secret)).toContain('cause.message')
  expect(secretsIn({ toJSON: () => secret }, secret)).toContain('JSON')
  expect(secretsIn(new Error('x'), secret)).toEqual([])
  for (const error of [...falsyErrors, ...Object.values(hostileErrors())])
    expect(secretsIn(error, secret)).toEqual([])
})

// --- internal ---

function spec(sql: string) {
  return { kind: 'spec', sql, at: expect.any(Number), milliseconds: expect.any(Number) }
}

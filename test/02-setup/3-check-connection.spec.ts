import { checkConnection, type DatabaseConfig } from '#exercise/02-setup/3-check-connection'
import {
  exercise,
  expectValue,
  found,
  mistake,
  patience,
  closedPort,
  countConnecting,
  curtServer,
  cutOff,
  fullServer,
  holdClock,
  lateServer,
  passSeconds,
  realDelay,
  releaseClock,
  rudeServer,
  type Lab,
} from '#support'
import { escapeId } from 'mysql2'
import { setTimeout as delay } from 'node:timers/promises'

const test = exercise(import.meta.url)

test('returns ok when the account may use the database', async (lab) => {
  const { connection, server, schema } = lab
  await expectState(configOf(lab), 'ok', 'throws-the-answer')
  const statements = await server.statements()
  const entered = statements.some(
    ({ thread, sql }) => thread !== connection.threadId && sql.includes(schema),
  )
  if (!entered) {
    const { seen } = await attempt({ ...configOf(lab), password: lab.random.word() })
    const id = seen === 'ok' ? 'does-not-connect' : 'database-ignored'
    throw mistake(id, { expected: `a connection to ${schema}`, seen: statements })
  }
  // Every account may use this one.
  await expectState({ ...configOf(lab), database: 'information_schema' }, 'ok')
})

test('returns refused when nothing listens on the port', async (lab) => {
  const port = await closedPort()
  for (const host of ['127.0.0.1', 'localhost'])
    await expectState({ ...configOf(lab), host, port }, 'refused')
  // The number of this error is another one on each system, and a computer may have several addresses.
  for (const addresses of [1, 2]) {
    using _ = cutOff('192.0.2.1', 'ECONNREFUSED', addresses)
    await expectState({ ...configOf(lab), host: '192.0.2.1', port }, 'refused')
  }
})

test('returns access-denied when the user or the password is wrong', async (lab) => {
  const { random, options } = lab
  const { user, password } = options
  for (const change of [{ password: random.word() }, { user: random.word() }, { password: '' }])
    await expectState({ ...configOf(lab), ...change }, 'access-denied')
  for (const change of [{ password: `${password} ` }, { user: ` ${user}` }]) {
    const { seen } = await attempt({ ...configOf(lab), ...change })
    expectValue(seen, 'access-denied', `checkConnection({ ${Object.keys(change)[0]}: '… ' })`)
  }
  // With another password it would be another question; without a database, too.
  for (const [errno, sqlState] of [
    [1045, '28000'],
    [1044, '42000'],
    [1049, '42000'],
  ] as const) {
    await using full = await fullServer(errno, sqlState)
    const { again } = await attempt({ ...configOf(lab), host: '127.0.0.1', port: full.port })
    if (again) throw triesAgain()
  }
})

test('returns unknown-database when there is no such database', async (lab) => {
  const word = lab.random.word().slice(0, 5).toUpperCase()
  const database = `${lab.schema}_${word}_\`.v-2`
  const config = { ...configOf(lab), database }
  // One that a pattern takes for it, and where capitals count, another one.
  const alike = [`${lab.schema}_${word}x\`.v-2`]
  const [row] = await lab.server.query('SELECT @@lower_case_table_names AS names')
  if (Number(row!.names) === 0) alike.push(`${lab.schema}_${word.toLowerCase()}_\`.v-2`)
  for (const one of alike) await lab.server.query(`CREATE DATABASE ${escapeId(one, true)}`)
  await expectState(config, 'unknown-database', 'unknown-not-told')
  // It may come, and go again.
  await lab.server.query(`CREATE DATABASE ${escapeId(database, true)}`)
  await expectState(config, 'ok')
  await lab.server.query(`DROP DATABASE ${escapeId(database, true)}`)
  const { seen } = await attempt(config)
  expectValue(seen, 'unknown-database', 'DROP DATABASE, checkConnection()')
})

test('returns access-denied when the account may not use the database', async (lab) => {
  const config = { ...configOf(lab), database: 'mysql' }
  await expectState(config, 'access-denied', 'forbidden-is-unknown')
})

test('reads the code of the error, not its text', async (lab) => {
  const { random, server } = lab
  const { name: practice } = server.practice
  const cases = [
    [{ user: 'Unknown database' }, 'access-denied'],
    [{ user: 'ECONNREFUSED', password: random.word() }, 'access-denied'],
    [{ database: `${practice}_Access denied` }, 'unknown-database'],
    [{ database: `${practice}_connect ECONNREFUSED` }, 'unknown-database'],
  ] as const
  for (const [change, expected] of cases)
    await expectState({ ...configOf(lab), ...change }, expected, 'message-text')
})

test('leaves no connection open, whatever the result', async (lab) => {
  const { connection, random, schema, server } = lab
  const config = configOf(lab)
  const before = openSockets()
  const cases = [{}, { password: random.word() }, { database: `${schema}_${random.word()}` }]
  for (const change of cases) await checkConnection({ ...config, ...change })
  await Promise.all(cases.map((change) => checkConnection({ ...config, ...change })))
  await Promise.all(Array.from({ length: 8 }, () => checkConnection(config)))
  await using late = await lateServer(config)
  await waitForAnswer({ ...config, host: '127.0.0.1', port: late.port }, late)
  const left = await server.leftOpen(connection)
  if (left.length > 0) throw mistake('left-open', { expected: [], seen: left })
  for (let wait = 1; openSockets() > before; wait *= 2) {
    if (wait > patience(256)) throw mistake('left-open', { expected: before, seen: openSockets() })
    await delay(wait)
  }
})

test('lets every other error through', async (lab) => {
  const config = configOf(lab)
  await using rude = await rudeServer()
  await expectPassedOn(
    { ...config, host: '127.0.0.1', port: rude.port },
    'PROTOCOL_CONNECTION_LOST',
  )
  // The login succeeds, and any command after it fails: that error, too, reaches the caller.
  await using curt = await curtServer(config)
  const { seen } = await attempt({ ...config, host: '127.0.0.1', port: curt.port })
  if (seen !== undefined && seen !== 'ok')
    throw mistake('swallows-errors', { expected: 'PROTOCOL_CONNECTION_LOST', seen })
  // Nobody may come in: too many connections, in all or of this account, a blocked host, a locked account.
  for (const [errno, sqlState, code] of [
    [1040, '08004', 'ER_CON_COUNT_ERROR'],
    [1042, '08S01', 'ER_BAD_HOST_ERROR'],
    [1053, '08S01', 'ER_SERVER_SHUTDOWN'],
    [1129, 'HY000', 'ER_HOST_IS_BLOCKED'],
    [1130, 'HY000', 'ER_HOST_NOT_PRIVILEGED'],
    [1203, '42000', 'ER_TOO_MANY_USER_CONNECTIONS'],
    [1226, '42000', 'ER_USER_LIMIT_REACHED'],
    [1227, '42000', 'ER_SPECIFIC_ACCESS_DENIED_ERROR'],
    [1251, '08004', 'ER_NOT_SUPPORTED_AUTH_MODE'],
    [1862, 'HY000', 'ER_MUST_CHANGE_PASSWORD_LOGIN'],
    [3032, 'HY000', 'ER_SERVER_OFFLINE_MODE'],
    [3118, 'HY000', 'ER_ACCOUNT_HAS_BEEN_LOCKED'],
    [3159, 'HY000', 'ER_SECURE_TRANSPORT_REQUIRED'],
  ] as const) {
    await using full = await fullServer(errno, sqlState)
    // An account may be without a password.
    const password = errno === 1040 ? '' : config.password
    await expectPassedOn({ ...config, password, host: '127.0.0.1', port: full.port }, code)
  }
  // No name server is asked about a name with an empty part in it.
  await expectUnreachable({ ...config, host: 'nobody..invalid' }, 'ENOTFOUND')
  // An address that belongs to nobody.
  const host = '192.0.2.1'
  const others = ['ECONNRESET', 'EAI_AGAIN', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL']
  for (const code of ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', ...others]) {
    using _ = cutOff(host, code)
    await expectUnreachable({ ...config, host }, code)
  }
})

// --- internal ---

function configOf({ options }: Lab): DatabaseConfig {
  const { host, port, user, password, database } = options
  return { host, port, user, password, database }
}

interface Outcome {
  seen?: unknown
  error?: Error & { code?: string }
  /** Has it tried more than once? The tests themselves connect to the real server, so there this says nothing. */
  again: boolean
}

async function attempt(config: DatabaseConfig): Promise<Outcome> {
  const before = { ...config }
  const unchanged = () => expectValue(config, before, 'config')
  using connecting = countConnecting(config.host, config.port)
  const outcome = await checkConnection(config)
    .finally(unchanged)
    .then(
      (seen) => ({ seen }),
      (error: Error) => {
        if (error?.name === 'WrongAnswer') throw error
        return { error }
      },
    )
  return { ...outcome, again: connecting.count > 1 }
}

function triesAgain() {
  return found('finding.tries-again', { sql: 'createConnection()' })
}

/**
 * The server says nothing for nearly as long as the driver waits, and then it answers. A function that has set its own time
 * limit may have given up by then; the connection comes all the same.
 */
async function waitForAnswer(config: DatabaseConfig, late: Awaited<ReturnType<typeof lateServer>>) {
  using _ = holdClock()
  const call = attempt(config)
  for (let wait = 1; late.accepted === 0 && wait < patience(256); wait *= 2) await realDelay(wait)
  await passSeconds(9.9)
  late.begin()
  releaseClock()
  await call
}

/** It must reject with this error, or because of it. */
async function expectPassedOn(config: DatabaseConfig, code: string): Promise<void> {
  const { seen, error, again } = await attempt(config)
  if (error?.message === 'TODO') throw error
  if (!error) throw mistake('swallows-errors', { expected: code, seen: seen ?? String(seen) })
  const codes = []
  for (let one: unknown = error; one instanceof Error && codes.length < 9; one = one.cause)
    codes.push((one as { code?: string }).code)
  if (!codes.includes(code)) expectValue(error.code ?? error, code, 'error.code')
  if (again) throw triesAgain()
}

async function expectUnreachable(config: DatabaseConfig, code: string): Promise<void> {
  const { seen } = await attempt(config)
  if (seen === 'refused') throw mistake('unreachable-is-refused', { expected: code, seen })
  await expectPassedOn(config, code)
}

/** @param otherwise the mistake that a different answer, or an error, means */
async function expectState(config: DatabaseConfig, expected: string, otherwise?: string) {
  const { seen, error, again } = await attempt(config)
  if (error?.message === 'TODO') throw error
  if (seen === 'refused' && again) throw triesAgain()
  if (seen === expected) return
  // A statement of the answer's that the server could not read: the name is part of it.
  if (error?.code === 'ER_PARSE_ERROR') throw error
  const details = {
    expected,
    seen: error ? `${error.code}: ${error.message}` : (seen ?? String(seen)),
  }
  if (error && otherwise === undefined) throw mistake('throws-the-answer', details)
  if (seen === 'ok') {
    const database = expected === 'unknown-database' || otherwise === 'forbidden-is-unknown'
    throw mistake(database ? 'database-ignored' : 'does-not-connect', details)
  }
  if (otherwise) throw mistake(otherwise, details)
  expectValue(seen, expected, 'checkConnection()')
}

/** The connections that this process has open, whichever database they are in. */
function openSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length
}

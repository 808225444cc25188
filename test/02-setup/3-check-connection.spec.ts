import { checkConnection, type DatabaseConfig } from '#exercise/02-setup/3-check-connection'
import { exercise, expectValue, mistake, patience, type Lab } from '#support'
import { setTimeout as delay } from 'node:timers/promises'
import { closedPort, rudeServer } from '../support/faults.ts'

const test = exercise(import.meta.url)

test('returns ok when the account may use the database', async (lab) => {
  const { connection, server, schema } = lab
  await expectState(configOf(lab), 'ok', 'throws-the-answer')
  const statements = await server.statements()
  const entered = statements.some(
    ({ thread, sql }) => thread !== connection.threadId && sql.includes(schema),
  )
  if (!entered)
    throw mistake('does-not-connect', { expected: `a connection to ${schema}`, seen: statements })
})

test('returns refused when nothing listens on the port', async (lab) => {
  const port = await closedPort()
  for (const host of ['127.0.0.1', 'localhost'])
    await expectState({ ...configOf(lab), host, port }, 'refused')
})

test('returns access-denied when the user or the password is wrong', async (lab) => {
  const { random } = lab
  for (const change of [{ password: random.word() }, { user: random.word() }, { password: '' }])
    await expectState({ ...configOf(lab), ...change }, 'access-denied')
})

test('returns unknown-database when there is no such database', async (lab) => {
  const database = `${lab.schema}_${lab.random.word()}`
  await expectState({ ...configOf(lab), database }, 'unknown-database', 'unknown-not-told')
})

test('returns access-denied when the account may not use the database', async (lab) => {
  const config = { ...configOf(lab), database: 'mysql' }
  await expectState(config, 'access-denied', 'forbidden-is-unknown')
})

test('reads the code of the error, not its text', async (lab) => {
  const { random, schema } = lab
  // A name has room for 64 characters.
  const practice = schema.replace(/_\d+_check_connection_.*/, '')
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
  const left = await server.leftOpen(connection)
  if (left.length > 0) throw mistake('left-open', { expected: [], seen: left })
  for (let wait = 1; openSockets() > before; wait *= 2) {
    if (wait > patience(256)) throw mistake('left-open', { expected: before, seen: openSockets() })
    await delay(wait)
  }
})

test('lets every other error through', async (lab) => {
  await using rude = await rudeServer()
  const outcome = await attempt({ ...configOf(lab), host: '127.0.0.1', port: rude.port })
  if (outcome.error?.message === 'TODO') throw outcome.error
  if (!outcome.error) {
    const expected = 'an error: the server hung up'
    throw mistake('swallows-errors', { expected, seen: outcome.seen ?? String(outcome.seen) })
  }
  // No name server is asked about a name with an empty part in it.
  const lost = await attempt({ ...configOf(lab), host: 'nobody..invalid' })
  if (lost.seen === 'refused')
    throw mistake('unreachable-is-refused', { expected: 'ENOTFOUND', seen: lost.seen })
  if (!lost.error)
    throw mistake('swallows-errors', { expected: 'ENOTFOUND', seen: String(lost.seen) })
})

// --- internal ---

function configOf({ options }: Lab): DatabaseConfig {
  const { host, port, user, password, database } = options
  return { host, port, user, password, database }
}

async function attempt(
  config: DatabaseConfig,
): Promise<{ seen?: unknown; error?: Error & { code?: string } }> {
  return checkConnection(config).then(
    (seen) => ({ seen }),
    (error: Error) => ({ error }),
  )
}

/** @param otherwise the mistake that a different answer, or an error, means */
async function expectState(config: DatabaseConfig, expected: string, otherwise?: string) {
  const { seen, error } = await attempt(config)
  if (error?.message === 'TODO') throw error
  if (seen === expected) return
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

import { createDatabase } from '#exercise/04-ddl/1-create-database'
import {
  byTest,
  exercise,
  expectValue,
  mistake,
  setUnusually,
  type Lab,
  type Server,
} from '#support'
import type { Connection } from 'mysql2/promise'
import {
  call,
  keepsCase,
  mustReject,
  mustRejectForAnyReason,
  mustRejectRefusals,
} from './ddl-checks.ts'

const test = exercise(import.meta.url, { leaves: ['DDL'] })

test('creates a database with the name that it is given', async ({
  connect,
  connection,
  server,
  schema,
  random,
}) => {
  const name = newName({ schema, random })
  await create(connection, name)
  await expectDatabase(server, schema, name, 'other-name')
  expectValue(await databases(server, schema), [name], 'SHOW DATABASES')
  expectValue(await server.query('SHOW TABLES FROM ??', [name]), [], 'SHOW TABLES')
  // Two at once.
  const two = [`${name}_3`, `${name}_4`]
  const connections = [connection, await connect()]
  await Promise.all(two.map((one, index) => createDatabase(connections[index]!, one)))
  for (const one of two) await expectDatabase(server, schema, one, 'other-name')
  await using outside = await server.session()
  for (const one of two) await outside.query('DROP DATABASE ??', [one])
  // It may go, and be wanted again.
  await outside.query('DROP DATABASE ??', [name])
  await create(connection, name)
  expectValue(await databases(server, schema), [name], 'DROP DATABASE, SHOW DATABASES')
  // Others have names that a pattern takes for this one.
  await outside.query('CREATE DATABASE ??', [`${name}x2`])
  await create(connection, `${name}_2`)
  await expectDatabase(server, schema, `${name}_2`, 'other-name')
  if (await keepsCase(server)) {
    await create(connection, `${name}X2`)
    await expectDatabase(server, schema, `${name}X2`, 'other-name')
  }
})

test('gives it utf8mb4, whatever the server would choose by itself', async ({
  asItIs,
  connection,
  server,
  schema,
  random,
}) => {
  const name = newName({ schema, random })
  // A database created without a character set takes the session's `character_set_server`.
  await setUnusually(
    { asItIs, connection },
    'collation_server = latin1_general_cs',
    "sql_mode = CONCAT(@@sql_mode, ',TIME_TRUNCATE_FRACTIONAL,ANSI_QUOTES')",
  )
  await create(connection, name)
  const [seen] = await server.query<{ charset: string }>(
    'SELECT DEFAULT_CHARACTER_SET_NAME AS charset FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?',
    [name],
  )
  if (seen?.charset !== 'utf8mb4')
    throw mistake('not-utf8mb4', { expected: 'utf8mb4', seen: seen?.charset })
})

test('takes any name, with a hyphen or a backtick in it too', async ({
  connection,
  server,
  schema,
}) => {
  const upper = (await keepsCase(server)) ? 'V' : 'v'
  for (const end of [
    '-2',
    '`s',
    '`?`\'?"?``',
    `.${upper}2 "'`,
    '\\%? $& e\u0301',
    '\u200B\u00A0x',
    ...marks,
  ]) {
    const name = `${schema}_${end}`
    await create(connection, name, 'name-not-quoted')
    await expectDatabase(server, schema, name, 'name-not-quoted')
  }
})

test('keeps the tables and rows of a database that is there already', async ({
  asItIs,
  connection,
  server,
  schema,
  random,
}) => {
  const name = newName({ schema, random })
  await using outside = await server.session()
  await outside.query('CREATE DATABASE ?? CHARACTER SET latin1', [name])
  const number = random.int(1, 1_000_000)
  await outside.query('CREATE TABLE ??.kept SELECT ? AS number', [name, number])
  // The server may say in another language that it is there.
  await connection.query(byTest("SET SESSION lc_messages = 'de_DE'"))
  await asItIs()
  await create(connection, name)
  const [kept] = await outside.query('SELECT number FROM ??.kept', [name]).catch(() => [[]])
  const [row] = kept as { number: number }[]
  if (row?.number !== number) throw mistake('loses-rows', { expected: [{ number }], seen: kept })
  const [seen] = await server.query<{ charset: string }>(
    'SELECT DEFAULT_CHARACTER_SET_NAME AS charset FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?',
    [name],
  )
  if (seen?.charset !== 'latin1')
    throw mistake('alters-existing', { expected: 'latin1', seen: seen?.charset })
  // One without a table is there, too.
  await outside.query('DROP TABLE ??.kept', [name])
  await create(connection, name)
  const [empty] = await server.query<{ charset: string }>(
    'SELECT DEFAULT_CHARACTER_SET_NAME AS charset FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?',
    [name],
  )
  if (empty?.charset !== 'latin1')
    throw mistake('alters-existing', { expected: 'latin1', seen: empty?.charset })
})

test('stays in the database that the connection was using', async ({
  connect,
  connection,
  schema,
  random,
}) => {
  await create(connection, newName({ schema, random }))
  const [rows] = await connection.query(byTest('SELECT DATABASE() AS name'))
  const [{ name }] = rows as [{ name: string | null }]
  if (name !== schema) throw mistake('changes-database', { expected: schema, seen: name })
  // It may not use any.
  const none = await connect({ database: undefined })
  await create(none, newName({ schema, random }))
  const [after] = await none.query(byTest('SELECT DATABASE() AS name'))
  const [{ name: seen }] = after as [{ name: string | null }]
  if (seen !== null) throw mistake('changes-database', { expected: null, seen })
})

test('lets the error through when the server refuses', async (lab) => {
  // The text of the error quotes the name.
  const name = `not_yours_${lab.random.word()}: database exists`
  await mustReject(
    () => createDatabase(lab.connection, name),
    'error 1044: the student may not create this one',
  )
  for (const [refused, reason] of [
    ['', 'error 1102: a name has at least one character'],
    [`${newName(lab)} `, 'error 1102: a name does not end with a space'],
    [`${lab.schema}_`.padEnd(65, 'x'), 'error 1059: a name has at most 64 characters'],
  ] as const)
    await mustReject(() => createDatabase(lab.connection, refused), reason)
  const ask = (given: Connection) => createDatabase(given, newName(lab))
  await mustRejectForAnyReason(lab, ask, { needsDatabase: false })
  await mustRejectRefusals(lab, ask)
})

// --- internal ---

/** A name for a database of the test. Where the practice database has a long name, there is room for ten more characters. */
function newName({ schema, random }: Pick<Lab, 'schema' | 'random'>): string {
  return `${schema}_${random.word().slice(0, 7)}`
}

/** All that a keyboard has, and what has a meaning in other places: in a path, in an address, in a line. */
const marks = ['!"#$%&\'()', '*+,-./:;<', '=>?@[\\]^_', '`{|}~', '%20%41x', '/../x', 'a\n\t\rb']

/** @param otherwise the mistake that a syntax error means, if nothing else shows it */
async function create(
  connection: Connection,
  name: string,
  otherwise = 'name-as-parameter',
): Promise<void> {
  const syntaxError = async (
    error: { errno?: number; sql?: string; message: string } | null | undefined,
  ) => {
    // Anything may be thrown, even null.
    if (error?.errno !== 1064) throw error
    const sql = error.sql ?? ''
    const quotedAsText = /\?(?=[^`]*$)/.test(sql) || sql.includes(`'${name}'`)
    throw mistake(quotedAsText ? 'name-as-parameter' : otherwise, { seen: error.message })
  }
  await call(connection, (given) => answer(given, name).catch(syntaxError), {
    1007: 'not-repeatable',
  })
}

/** It returns nothing. */
async function answer(connection: Connection, name: string): Promise<void> {
  const seen: unknown = await createDatabase(connection, name)
  if (seen !== undefined) expectValue(seen, undefined, 'createDatabase()')
}

async function expectDatabase(
  server: Server,
  schema: string,
  name: string,
  id: string,
): Promise<void> {
  const names = await databases(server, schema)
  if (!names.includes(name)) throw mistake(id, { expected: name, seen: names })
}

/** Those that a test has had created. */
async function databases(server: Server, schema: string): Promise<unknown[]> {
  const rows = await server.query('SHOW DATABASES LIKE ?', [`${schema.replaceAll('_', '\\_')}\\_%`])
  return rows.map((row) => Object.values(row)[0])
}

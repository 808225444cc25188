import { addArchivedFlag } from '#exercise/04-ddl/4-add-archived-flag'
import {
  byTest,
  exercise,
  expectRows,
  expectValue,
  mistake,
  setUnusually,
  type Server,
} from '#support'
import type { Connection } from 'mysql2/promise'
import {
  call,
  expectStructure,
  fromElsewhere,
  mustReject,
  mustRejectForAnyReason,
  mustRejectRefusals,
  readColumns,
  readStatements,
  readStructure,
} from './ddl-checks.ts'

// The tables of exercise 2, with rows.
const test = exercise(import.meta.url, {
  tables: 'chat',
  prepare: 'ALTER TABLE conversations DROP COLUMN is_archived',
  leaves: ['DDL'],
})

test('adds the column is_archived to conversations, of the type BOOLEAN', async ({
  connection,
  schema,
  server,
}) => {
  const before = await readColumns(server)
  const structure = await readStructure(server, schema)
  await add(connection)
  const after = await readColumns(server)
  const added = after.filter(
    ({ table, name }) => !before.some((one) => one.table === table && one.name === name),
  )
  const seen = added.map(({ table, name }) => `${table}.${name}`)
  if (!seen.includes(flag)) throw mistake('column-missing', { expected: flag, seen })
  expectValue(seen, [flag], 'ALTER TABLE')
  const [column] = added
  // BOOLEAN is another name of TINYINT(1).
  if (column!.type !== 'tinyint')
    throw mistake('other-type', { expected: 'tinyint(1)', seen: column!.fullType })
  const [{ extra, value } = {}] = await server.query<Record<'extra' | 'value', string | null>>(
    `SELECT EXTRA AS extra, COLUMN_DEFAULT AS value FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'conversations' AND COLUMN_NAME = 'is_archived'`,
  )
  // As a constant, `(FALSE)` is as good.
  expectValue(extra?.replace('DEFAULT_GENERATED', ''), '', 'conversations.is_archived: Extra')
  if (column!.nullable === 'YES') throw mistake('nullable', { expected: 'NOT NULL', seen: 'NULL' })
  // An expression that asks another column or the clock is TRUE for some row.
  if (/`|\b(now|cur\w+|rand)\(/i.test(value ?? ''))
    throw mistake('archived-by-default', { expected: '0', seen: value })
  await expectStructure(server, schema, structure, 'is_archived')
})

test('leaves the rows that are there as they were, none of them archived', async ({
  asItIs,
  connection,
  server,
  chat,
}) => {
  await setUnusually({ asItIs, connection })
  await add(connection)
  const rows = await server.query('SELECT * FROM conversations ORDER BY id')
  if (rows.length < chat.conversations.length) {
    throw mistake('loses-rows', { expected: chat.conversations.length, seen: rows.length })
  }
  const seen = rows.map((row) => row.is_archived)
  if (seen.some((value) => value === 1)) throw mistake('archived-by-default', { expected: 0, seen })
  const expected = chat.conversations.map((row) => ({ ...row, is_archived: 0 as const }))
  if (rows.some((row, index) => row.updated_at !== expected[index]!.updated_at)) {
    throw mistake('touches-rows', { expected: times(expected), seen: times(rows) })
  }
  expectRows(rows, expected, 'conversations')
  expectRows(await server.query('SELECT * FROM messages ORDER BY id'), chat.messages, 'messages')
})

test('gives a new conversation FALSE when the INSERT leaves the column out', async ({
  chat,
  connection,
  server,
  random,
}) => {
  await using outside = await server.session()
  // The newest conversation is gone: its id does not come back.
  const { id: gone } = chat.conversations.at(-1)!
  await outside.query('DELETE FROM conversations WHERE id = ?', [gone])
  await add(connection)
  const title = random.title()
  try {
    await outside.query('INSERT INTO conversations (title) VALUES (?)', [title])
  } catch (error) {
    const { errno, message } = Object(error) as { errno: number; message: string }
    // 1364: the column was left out, and it has no default.
    throw errno === 1364 ? mistake('no-default', { expected: 'a row', seen: message }) : error
  }
  const [row] = await server.query<{ id: number; is_archived: number | null }>(
    'SELECT id, is_archived FROM conversations WHERE title = ?',
    [title],
  )
  if (row?.is_archived === 1) throw mistake('archived-by-default', { expected: 0, seen: 1 })
  if (row?.is_archived === null) throw mistake('no-default', { expected: 0, seen: null })
  if (row!.id <= gone) expectValue(row!.id, `> ${gone}`, 'conversations.id')
})

test('keeps the flags that were set when it is called again', async ({
  asItIs,
  connection,
  server,
  chat,
  random,
}) => {
  await add(connection)
  await using outside = await server.session()
  const { id } = random.pick(chat.conversations)
  await outside.query('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id])
  const before = await readFlags(server)
  const built = await readStatements(server, 'conversations')
  await add(connection)
  const seen = await readFlags(server)
  if (seen.length < before.length) throw mistake('loses-rows', { expected: before, seen })
  if (!seen.some((row) => row.is_archived === 1))
    throw mistake('loses-flags', { expected: before, seen })
  expectRows(seen, before, 'conversations')
  expectValue(await readStatements(server, 'conversations'), built, 'SHOW CREATE TABLE')
  // The server may say in another language that the column is there.
  await connection.query(byTest("SET SESSION lc_messages = 'de_DE'"))
  await asItIs()
  await add(connection)
})

test('looks only at this table in this database', async (lab) => {
  const { connection, server, schema } = lab
  await using outside = await server.session()
  await outside.query('CREATE DATABASE ??', [`${schema}_other`])
  await outside.query('CREATE TABLE ??.conversations (id INT, is_archived BOOLEAN)', [
    `${schema}_other`,
  ])
  await add(connection)
  if (!(await hasFlag(server)))
    throw mistake('other-schema', { expected: flag, seen: 'no such column' })
  await outside.query('ALTER TABLE conversations DROP COLUMN is_archived')
  await outside.query('DROP DATABASE ??', [`${schema}_other`])
  // The one that it has added is gone.
  await add(connection)
  if (!(await hasFlag(server)))
    throw mistake('column-missing', { expected: flag, seen: 'no such column' })
  await outside.query('ALTER TABLE conversations DROP COLUMN is_archived')
  // In one name, this table's name occurs.
  for (const other of ['drafts', 'old_conversations_2'])
    await outside.query('CREATE TABLE ?? (id INT, is_archived BOOLEAN)', [other])
  await add(connection)
  if (!(await hasFlag(server)))
    throw mistake('other-table', { expected: flag, seen: 'no such column' })
  // Other columns have names that a pattern takes for this one.
  await outside.query(
    'ALTER TABLE conversations DROP is_archived, ADD isxarchived INT, ADD was_is_archived INT',
  )
  await add(connection)
  if (!(await hasFlag(server)))
    throw mistake('column-missing', { expected: flag, seen: 'no such column' })
  // The one in which the connection was before has it.
  await outside.query('ALTER TABLE conversations DROP is_archived')
  const [moved] = await fromElsewhere(lab, (_, other) =>
    outside.query('CREATE TABLE ??.conversations (id INT, is_archived BOOLEAN)', [other]),
  )
  await add(moved)
  if (!(await hasFlag(server)))
    throw mistake('other-schema', { expected: flag, seen: 'no such column' })
})

test('lets every other error through', async (lab) => {
  const { connect, schema, server } = lab
  await mustRejectForAnyReason(lab, addArchivedFlag)
  await mustRejectRefusals(lab, addArchivedFlag)
  // Where the column is missing, what it asks or changes before that may be refused, too.
  const anew = async (given: Connection) => {
    if (await hasFlag(server))
      await server.query('ALTER TABLE conversations DROP COLUMN is_archived')
    await addArchivedFlag(given)
  }
  await mustRejectRefusals(lab, anew, {
    named: false,
    statements: /^\s*(select|show|desc|explain|update)/i,
  })
  // The text of the error names the database, and so the column.
  const empty = `${schema}_is_archived`
  await server.query('CREATE DATABASE ??', [empty])
  const connection = await connect({ database: empty })
  await mustReject(() => addArchivedFlag(connection), 'error 1146: there is no table conversations')
})

// --- internal ---

const flag = 'conversations.is_archived'

async function add(connection: Connection): Promise<void> {
  const syntaxError = async (error: { errno?: number; sql?: string; message: string }) => {
    const mariaDb = error.errno === 1064 && /if\s+not\s+exists/i.test(error.sql ?? '')
    throw mariaDb ? mistake('mariadb-syntax', { seen: error.message }) : error
  }
  await call(connection, (given) => addArchivedFlag(given).catch(syntaxError), {
    1060: 'not-repeatable',
  })
}

async function hasFlag(server: Server): Promise<boolean> {
  return (await readColumns(server)).some(({ table, name }) => `${table}.${name}` === flag)
}

function readFlags(server: Server) {
  return server.query('SELECT id, is_archived FROM conversations ORDER BY id')
}

function times(rows: readonly object[]): unknown[] {
  return rows.map((row) => (row as { updated_at: unknown }).updated_at)
}

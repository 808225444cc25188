import { isDeepStrictEqual } from 'node:util'
import { resetSchema } from '#exercise/04-ddl/6-reset-schema'
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
  keepsCase,
  mustRejectForAnyReason,
  mustRejectRefusals,
  readColumns,
  readStructure,
  readTables,
  refusal,
} from './ddl-checks.ts'

const test = exercise(import.meta.url, { tables: 'chat', leaves: ['DDL'] })

test('leaves both tables there and empty', async ({ connection, server }) => {
  await reset(connection)
  await expectTables(server)
  expectValue(await readTables(server), tables, 'SHOW TABLES')
  const rows = await countRows(server)
  if (rows.some(({ n }) => Number(n) !== 0)) throw mistake('rows-kept', { expected: 0, seen: rows })
})

test('gives them the columns and the foreign key that they had', async (lab) => {
  const { connection, schema, server } = lab
  const before = await readColumns(server)
  const structure = await firstDay(server, schema)
  await reset(connection)
  expectRows(await readColumns(server), before, 'information_schema.COLUMNS')
  await expectStructure(server, schema, structure)
  await using outside = await server.session()
  const message = "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', 'Hi')"
  expectValue(await refusal(outside.query(message, [1])), 1452, `${message} (1)`)
  await outside.query('INSERT INTO conversations (id) VALUES (1)')
  await outside.query(message, [1])
  await outside.query('DELETE FROM conversations')
  expectRows(await server.query('SELECT * FROM messages'), [], 'messages')
})

test('makes the ids begin at 1 again', async ({ connection, server }) => {
  await reset(connection)
  await using outside = await server.session()
  await outside.query('INSERT INTO conversations (title) VALUES (DEFAULT)')
  const [conversation] = await server.query('SELECT id FROM conversations')
  if (conversation?.id !== 1) throw mistake('ids-go-on', { expected: 1, seen: conversation?.id })
  await outside.query(
    "INSERT INTO messages (conversation_id, sender, content) VALUES (1, 'user', 'Hi')",
  )
  const [message] = await server.query('SELECT id FROM messages')
  if (message?.id !== 1) throw mistake('ids-go-on', { expected: 1, seen: message?.id })
})

test('works when one table or both are missing', async ({ connection, server }) => {
  await using outside = await server.session()
  for (const missing of ['messages', 'messages, conversations']) {
    await outside.query(`DROP TABLE ${missing}`)
    await reset(connection)
    await expectTables(server)
  }
  await outside.query('SET foreign_key_checks = 0; DROP TABLE conversations')
  await reset(connection)
  await expectTables(server)
})

test('replaces a table that has an older shape', async ({ connection, schema, server }) => {
  const before = await readColumns(server)
  const structure = await firstDay(server, schema)
  await using outside = await server.session()
  await outside.query(
    'ALTER TABLE conversations DROP COLUMN is_archived, MODIFY title VARCHAR(200)',
  )
  await reset(connection)
  const seen = await readColumns(server)
  const names = (columns: typeof seen) => columns.map(({ name, fullType }) => `${name} ${fullType}`)
  if (names(seen).join() !== names(before).join()) {
    throw mistake('old-shape-kept', { expected: names(before), seen: names(seen) })
  }
  // The same columns; a default, an index and the foreign key are older.
  await outside.query(`DROP TABLE messages; CREATE TABLE messages (
    id INT AUTO_INCREMENT PRIMARY KEY, conversation_id INT NOT NULL, sender ENUM('user', 'ai') NOT NULL,
    content TEXT NOT NULL, timestamp TIMESTAMP NOT NULL DEFAULT '2020-02-02 02:02:02', UNIQUE (content(20)))`)
  const describe = async () => (await readStructure(server, schema)).get('DESCRIBE messages')
  const older = await describe()
  await reset(connection)
  if (isDeepStrictEqual(await describe(), older))
    throw mistake('old-shape-kept', { expected: structure.get('DESCRIBE messages'), seen: older })
  await expectStructure(server, schema, structure)
})

test('touches nothing else in the database', async (lab) => {
  const { connection, server, random } = lab
  await using outside = await server.session()
  const words = [random.word(), random.word()]
  await outside.query('CREATE TABLE notes (id INT AUTO_INCREMENT PRIMARY KEY, word VARCHAR(20))')
  await outside.query('INSERT INTO notes (word) VALUES ?', [words.map((word) => [word])])
  // Names in which those of the two tables occur, and a foreign key among others.
  const others = ['conversations_2', 'messages_2', 'notes', 'old_conversations', 'old_messages']
  // What else there may be in a chat.
  const more = [
    'attachments',
    'conversations_old',
    'messages_old',
    'conversations_tmp',
    'messages_tmp',
    'conversations_new',
    'messages_new',
    'conversations_backup',
    'drafts',
    'messages_backup',
    'prompts',
    'users',
  ]
  for (const table of more) await outside.query('CREATE TABLE ?? (id INT)', [table])
  others.push(...more)
  if (await keepsCase(server)) {
    others.unshift('Messages')
    await outside.query('CREATE TABLE Messages (id INT)')
  }
  await outside.query(`CREATE TABLE conversations_2 (id INT); CREATE TABLE old_conversations (id INT);
    CREATE TABLE messages_2 (note_id INT, FOREIGN KEY (note_id) REFERENCES notes (id)); CREATE TABLE old_messages (id INT)`)
  const built = await server.query('SHOW CREATE TABLE messages_2')
  await reset(connection)
  const seen = await readTables(server)
  if (others.some((table) => !seen.includes(table)))
    throw mistake('loses-other-tables', { expected: [...tables, ...others], seen })
  expectValue(await server.query('SHOW CREATE TABLE messages_2'), built, 'SHOW CREATE TABLE')
  const rows = await server.query('SELECT word FROM notes ORDER BY id')
  expectRows(
    rows,
    words.map((word) => ({ word })),
    'notes',
  )
  await connection.query(byTest('CREATE VIEW titles AS SELECT title FROM conversations'))
  await reset(connection)
  others.push('titles')
  const afterwards = await readTables(server)
  if (!afterwards.includes('titles'))
    throw mistake('loses-other-tables', { expected: [...tables, ...others], seen: afterwards })
  // Whether the server refuses or not: what refers to a conversation is there, and so is its row.
  await outside.query(`INSERT INTO conversations (id) VALUES (7);
    CREATE TABLE pins (conversation_id INT, FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE);
    INSERT INTO pins VALUES (7)`)
  const pins = await server.query('SHOW CREATE TABLE pins')
  await resetSchema(connection).catch(() => {})
  const left = await readTables(server)
  if (!left.includes('pins'))
    throw mistake('loses-other-tables', { expected: [...tables, ...others, 'pins'], seen: left })
  expectRows(await server.query('SELECT * FROM pins'), [{ conversation_id: 7 }], 'pins')
  expectValue(await server.query('SHOW CREATE TABLE pins'), pins, 'SHOW CREATE TABLE')
  await outside.query('DROP TABLE pins')
  await reset(connection)
  // Somebody has decided in which character set further tables are made.
  await outside.query('ALTER DATABASE CHARACTER SET latin1')
  // Nor in the one in which the connection was before.
  const [moved, other] = await fromElsewhere(lab, async (_, name) => {
    for (const table of tables)
      await outside.query('CREATE TABLE ??.?? LIKE ??', [name, table, table])
    await outside.query("INSERT INTO ??.conversations (title) VALUES ('Theirs')", [name])
  })
  await reset(moved).catch(() => {})
  const theirs = await server.query('SELECT title FROM ??.conversations', [other]).catch(() => [])
  if (theirs.length === 0)
    throw mistake('loses-other-tables', { expected: `${other}.conversations`, seen: theirs })
  await expectTables(server)
  const [database] = await outside.query(
    'SELECT DEFAULT_COLLATION_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?',
    [lab.schema],
  )
  expectRows(database, [{ name: 'latin1_swedish_ci' }], 'SHOW CREATE DATABASE')
})

test('leaves the connection as it was', async ({ asItIs, connection, schema }) => {
  await reset(connection)
  const [rows] = await connection.query(
    byTest('SELECT DATABASE() AS name, @@foreign_key_checks AS checks'),
  )
  const [{ name, checks }] = rows as [{ name: string; checks: number }]
  if (checks === 0) throw mistake('checks-left-off', { expected: 1, seen: checks })
  expectValue(name, schema, 'DATABASE()')
  await setUnusually({ asItIs, connection }, 'foreign_key_checks = 0', 'autocommit = 0')
  await reset(connection)
  // The caller commits.
  await connection.query(byTest('COMMIT'))
})

test('lets the error through when the server cannot do it', async (lab) => {
  await mustRejectForAnyReason(lab, resetSchema)
  await mustRejectRefusals(lab, resetSchema, { of: 4 })
  await mustRejectRefusals(lab, resetSchema, { statements: /^\s*set\b/i })
})

// --- internal ---

const tables = ['conversations', 'messages']

/** How the tables are built on their first day; a lab's are without two of the indexes. */
async function firstDay(server: Server, schema: string) {
  await using outside = await server.session()
  await outside.query(`CREATE INDEX by_update ON conversations (is_archived, updated_at);
    CREATE INDEX in_order ON messages (conversation_id, timestamp)`)
  return readStructure(server, schema)
}

/** The server's refusals that reveal what was done in the wrong order. */
function reset(connection: Connection): Promise<void> {
  return call(connection, resetSchema, {
    1051: 'no-if-exists',
    1701: 'truncates-parent',
    1824: 'child-first',
    3730: 'drops-parent-first',
  })
}

async function expectTables(server: Server): Promise<void> {
  const seen = await readTables(server)
  if (tables.some((table) => !seen.includes(table)))
    throw mistake('tables-missing', { expected: tables, seen })
}

async function countRows(server: Server): Promise<{ table: string; n: string }[]> {
  return server.query(
    `SELECT 'conversations' AS \`table\`, COUNT(*) AS n FROM conversations
     UNION ALL SELECT 'messages', COUNT(*) FROM messages`,
  )
}

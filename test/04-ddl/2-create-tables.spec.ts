import { createTables } from '#exercise/04-ddl/2-create-tables'
import { byTest, exercise, expectValue, mistake, setUnusually, sqlOf } from '#support'
import {
  call,
  expectTablesAlone,
  fromElsewhere,
  keepsCase,
  mustReject,
  mustRejectForAnyReason,
  mustRejectRefusals,
  readColumns,
  readPrimaryKeys,
  readStatements,
  readTables,
  refusal,
  type Column,
} from './ddl-checks.ts'

const test = exercise(import.meta.url, { leaves: ['DDL'] })

/** 1824: the table that a foreign key refers to is not there. */
const known = { 1824: 'child-first', 1050: 'not-repeatable' }

test('creates the tables conversations and messages with the columns in the task', async ({
  connection,
  schema,
  server,
}) => {
  const { statements } = await server.observe(() => call(connection, createTables, known))
  const tables = await readTables(server)
  const expectedTables = ['conversations', 'messages']
  const details = { expected: expectedTables, seen: tables }
  // The practice database has both.
  const asked = tables.length === 0 && /information_schema/i.test(sqlOf(statements))
  if (asked) throw mistake('other-schema', details)
  if (expectedTables.some((table) => !tables.includes(table)))
    throw mistake('tables-missing', details)
  if (tables.length > expectedTables.length) throw mistake('too-many-tables', details)
  await expectTablesAlone(server, schema)
  const seen = (await readColumns(server)).map(fullName).toSorted()
  const expected = Object.keys(types).toSorted()
  if (seen.join() !== expected.join()) throw mistake('other-columns', { expected, seen })
  const hidden = await server.query<Column>(
    `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS name FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND EXTRA LIKE '%INVISIBLE%'`,
  )
  if (hidden.length > 0)
    throw mistake('other-columns', { expected: 'SELECT * shows all columns', seen: hidden })
})

test('gives every column its type', async ({ connection, server }) => {
  await call(connection, createTables, known)
  for (const column of await readColumns(server)) {
    const allowed = types[fullName(column)]
    if (!allowed || allowed.test(column.fullType)) continue
    throw mistake(mistakeOfType(column), {
      expected: allowed.source.replaceAll(/[\^$\\]/g, ''),
      seen: `${fullName(column)} ${column.fullType}`,
    })
  }
  // Texts in every language.
  const narrow = await server.query(
    `SELECT CONCAT(COLUMN_NAME, ' ', COLUMN_TYPE, ' CHARACTER SET ', CHARACTER_SET_NAME) AS name
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
       AND COLUMN_NAME IN ('title', 'content') AND CHARACTER_SET_NAME <> 'utf8mb4'`,
  )
  if (narrow.length > 0)
    throw mistake('other-type', { expected: 'CHARACTER SET utf8mb4', seen: narrow })
})

test('makes id the primary key of each table and numbers new rows by itself', async ({
  connection,
  server,
}) => {
  await call(connection, createTables, known)
  const keys = await readPrimaryKeys(server)
  const expected = ['conversations.id', 'messages.id']
  if (keys.join() !== expected.join()) throw mistake('no-primary-key', { expected, seen: keys })
  const numbered = await server.query<Column>(
    `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS name FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND EXTRA LIKE '%auto_increment%' ORDER BY TABLE_NAME`,
  )
  const seen = numbered.map(fullName)
  if (seen.join() !== expected.join()) throw mistake('no-auto-increment', { expected, seen })
})

test('refuses NULL in every column', async ({ connection, server }) => {
  await call(connection, createTables, known)
  const seen = (await readColumns(server))
    .filter(({ nullable }) => nullable === 'YES')
    .map(fullName)
  if (seen.length > 0) throw mistake('nullable', { expected: [], seen })
})

test('fills in the title and the times that an INSERT leaves out', async ({
  connection,
  server,
}) => {
  await call(connection, createTables, known)
  await using outside = await server.session()
  const insert = async (sql: string) => {
    const errno = await refusal(outside.query(sql))
    // 1364: the column was left out, and it has no default.
    if (errno === 1364)
      throw mistake('no-default', { expected: 'a row', seen: `${sql}: error 1364` })
    expectValue(errno, undefined, sql)
  }
  // The clock shows a different time in this session's zone.
  await outside.query("SET time_zone = '+05:00'")
  const [start] = await server.query<{ now: string }>('SELECT NOW() AS now')
  await insert('INSERT INTO conversations (id) VALUES (7)')
  await insert("INSERT INTO messages (conversation_id, sender, content) VALUES (7, 'ai', 'Hi')")
  const [row] = await server.query<{ title: string }>('SELECT title FROM conversations')
  const title = row?.title
  if (title !== 'New conversation')
    throw mistake('other-default', { expected: 'New conversation', seen: title })
  const [seen] = await server.query<Record<'created' | 'updated' | 'sent' | 'now', string>>(
    `SELECT c.created_at AS created, c.updated_at AS updated, m.timestamp AS sent, NOW(6) AS now
     FROM conversations c, messages m`,
  )
  const { now, ...times } = seen!
  const isNow = (time: string) => time >= start!.now && time <= now
  if (!Object.values(times).every(isNow))
    throw mistake('no-default', { expected: `the present time, ${now}`, seen: times })
  // Those without a default have none. (An ENUM's is its first value, whether that is written or not.)
  const others = await server.query(
    `SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) AS name, COLUMN_DEFAULT AS value
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
       AND COLUMN_NAME IN ('conversation_id', 'content') AND COLUMN_DEFAULT IS NOT NULL`,
  )
  expectValue(others, [], 'messages: DEFAULT')
  const [sender] = await server.query<{ value: string | null }>(
    `SELECT COLUMN_DEFAULT AS value FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'messages' AND COLUMN_NAME = 'sender'`,
  )
  if (sender?.value === 'ai') expectValue(sender.value, null, 'messages.sender: DEFAULT')
})

test('moves updated_at when a conversation changes, and no other time', async ({
  connection,
  server,
}) => {
  await call(connection, createTables, known)
  await using outside = await server.session()
  const old = '2020-02-02 02:02:02'
  await outside.query('INSERT INTO conversations (id, created_at, updated_at) VALUES (7, ?, ?)', [
    old,
    old,
  ])
  const message =
    "INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES (8, 7, 'ai', 'Hi', ?)"
  await outside.query(message, [old])
  await outside.query("UPDATE conversations SET title = 'Another' WHERE id = 7")
  await outside.query("UPDATE messages SET content = 'Hello' WHERE id = 8")
  const [seen] = await server.query<Record<'created' | 'updated' | 'sent', string>>(
    'SELECT c.created_at AS created, c.updated_at AS updated, m.timestamp AS sent FROM conversations c, messages m',
  )
  const stays = (time: string | undefined) => time?.startsWith(old)
  if (!stays(seen?.created) || !stays(seen?.sent))
    throw mistake('created-at-moves', { expected: old, seen })
  if (stays(seen?.updated))
    throw mistake('no-on-update', { expected: 'the present time', seen: seen?.updated })
})

test('takes long texts in any language, and no sender but user and ai', async ({
  connection,
  server,
  random,
}) => {
  await call(connection, createTables, known)
  await using outside = await server.session()
  const title = `${random.title()} 🍵`.padEnd(255, 'я')
  await outside.query('INSERT INTO conversations (id, title) VALUES (7, ?)', [title])
  const add = (sender: string, content: string) =>
    refusal(
      outside.query('INSERT INTO messages (conversation_id, sender, content) VALUES (7, ?, ?)', [
        sender,
        content,
      ]),
    )
  const long = random.text().padEnd(30_000, 'я')
  expectValue(await add('user', long), undefined, 'INSERT INTO messages (30 000 letters)')
  expectValue(await add('ai', '🙏'), undefined, 'INSERT INTO messages (🙏)')
  const errno = await add('robot', 'Hi')
  if (errno === undefined)
    throw mistake('sender-not-enum', { expected: 'an error', seen: "sender 'robot'" })
  const [row] = await server.query(
    'SELECT c.title, m.content FROM conversations c, messages m WHERE sender = ?',
    ['user'],
  )
  expectValue(row, { title, content: long }, 'conversations.title, messages.content')
})

test('takes rows that are equal, empty or old', async ({ connection, server, random }) => {
  await call(connection, createTables, known)
  await using outside = await server.session()
  const old = '1999-12-31 23:59:59'
  const [title, text] = [random.title(), random.text()]
  const rows: [string, unknown[]][] = [
    [
      'conversations (id, title, created_at, updated_at)',
      [
        [1, title, old, old],
        [2, title, old, old],
        [3, '', old, old],
        // A backup may bring any time.
        [2 ** 31 - 1, title, '2037-12-31 00:00:00', '1970-01-02 00:00:00'],
        ...random.hostile('title').map((one, index) => [index + 4, one, old, old]),
      ],
    ],
    [
      'messages (conversation_id, sender, content, timestamp)',
      [
        [1, 'user', text, old],
        [1, 'ai', text, old],
        [1, 'ai', text, old],
        [2, 'user', '', old],
        [2, 'user', text, '1970-01-02 00:00:00'],
        [2, 'user', text, '2037-12-31 00:00:00'],
        // The last second that TIMESTAMP knows is in this year, too.
        [2, 'user', text, '2038-01-18 00:00:00'],
        ...random.hostile('text').map((one, index) => [3, index % 2 ? 'user' : 'ai', one, old]),
        [3, 'user', '', old],
        [3, 'ai', '', old],
      ],
    ],
  ]
  for (const [table, values] of rows) {
    const insert = outside.query(`INSERT INTO ${table} VALUES ?`, [values])
    await insert.catch((error: Error) => {
      throw mistake('too-strict', {
        expected: 'rows that no rule of the task forbids',
        seen: error.message,
      })
    })
  }
})

test('refuses a message for a conversation that does not exist', async ({
  connection,
  server,
  random,
}) => {
  await call(connection, createTables, known)
  await using outside = await server.session()
  const orphan = "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', 'Hi')"
  const errno = await refusal(outside.query(orphan, [random.int(1, 1000)]))
  if (errno !== 1452)
    throw mistake('no-foreign-key', { expected: 'error 1452', seen: errno ?? 'the row is there' })
})

test('removes the messages of a deleted conversation and no others', async ({
  connection,
  server,
  random,
}) => {
  await call(connection, createTables, known)
  await using outside = await server.session()
  const gone = random.int(1, 50)
  const stays = random.int(51, 100)
  await outside.query('INSERT INTO conversations (id) VALUES (?), (?)', [gone, stays])
  const rows = [gone, stays, gone, stays].map((id, index) => [index + 1, id, 'user', random.text()])
  await outside.query('INSERT INTO messages (id, conversation_id, sender, content) VALUES ?', [
    rows,
  ])
  const errno = await refusal(outside.query('DELETE FROM conversations WHERE id = ?', [gone]))
  if (errno === 1451)
    throw mistake('no-cascade', { expected: 'DELETE removes the messages too', seen: 'error 1451' })
  const left = (await server.query<{ id: number }>('SELECT id FROM messages ORDER BY id')).map(
    ({ id }) => Number(id),
  )
  if (left.includes(1) || left.includes(3))
    throw mistake('no-foreign-key', { expected: [2, 4], seen: left })
  expectValue(left, [2, 4], 'SELECT id FROM messages')
})

test(
  'changes nothing and loses no row when it is called again',
  async (lab) => {
    const { connection, server, random } = lab
    await call(connection, createTables, known)
    await using outside = await server.session()
    const look = async () => [
      ...(await server.query('SELECT * FROM conversations')),
      ...(await server.query('SELECT * FROM messages')),
      ...(await readStatements(server, 'messages', 'conversations')),
    ]
    const again = async () => {
      const before = await look()
      await call(connection, createTables, known)
      const after = await look()
      if (after.length < before.length)
        throw mistake('loses-rows', { expected: before, seen: after })
      expectValue(after, before, 'createTables(), createTables()')
    }
    // What somebody has decided since the first call.
    await outside.query(
      `ALTER TABLE conversations ALTER title SET DEFAULT 'Chat', ADD COLUMN mood INT,
       COLLATE utf8mb4_bin, COMMENT 'ours'; ALTER TABLE messages COMMENT 'ours', COLLATE utf8mb4_bin`,
    )
    await outside.query('INSERT INTO conversations (id, title) VALUES (7, ?)', [random.title()])
    await outside.query(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (7, 'ai', ?)",
      [random.text()],
    )
    // Ids that were there do not come again.
    await outside.query(
      'INSERT INTO conversations (id) VALUES (9); DELETE FROM conversations WHERE id = 9',
    )
    // There are many others; a view is created in no time.
    const views = Array.from({ length: 101 }, (_, index) => `a_view_${index}`)
    await outside.query(views.map((view) => `CREATE VIEW ${view} AS SELECT 1`).join(';'))
    await again()
    await outside.query(`DROP VIEW ${views.join()}`)
    await outside.query('DELETE FROM conversations')
    // The server may say in another language that they are there.
    await connection.query(byTest("SET SESSION lc_messages = 'de_DE'"))
    await lab.asItIs()
    await again()
    // Half of it is there, as if a first call had failed.
    await outside.query('DROP TABLE messages')
    await call(connection, createTables, known)
    const tables = await readTables(server)
    if (!tables.includes('messages'))
      throw mistake('half-is-all', { expected: ['conversations', 'messages'], seen: tables })
    await outside.query('SET foreign_key_checks = 0; DROP TABLE conversations')
    // A temporary table of this session has the same name; nobody else sees it.
    await connection.query(byTest('CREATE TEMPORARY TABLE conversations (id INT)'))
    await call(connection, createTables, known)
    await connection.query(byTest('DROP TEMPORARY TABLE conversations'))
    const both = await readTables(server)
    if (!both.includes('conversations'))
      throw mistake('half-is-all', { expected: ['conversations', 'messages'], seen: both })
    // Others have names in which these occur.
    await outside.query(`DROP TABLE messages, conversations;
    CREATE TABLE old_messages (id INT); CREATE TABLE old_conversations (id INT)`)
    const expected = ['conversations', 'messages', 'old_conversations', 'old_messages']
    if (await keepsCase(server)) {
      expected.push('Conversations', 'MESSAGES')
      await outside.query('CREATE TABLE Conversations (id INT); CREATE TABLE MESSAGES (id INT)')
    }
    expected.sort()
    await call(connection, createTables, known)
    const seen = (await readTables(server)).toSorted()
    if (seen.join() !== expected.join()) throw mistake('tables-missing', { expected, seen })
    // Another database may have both.
    await outside.query('DROP TABLE messages, conversations')
    const [moved] = await fromElsewhere(lab, createTables)
    await call(moved, createTables, known)
    const here = (await readTables(server)).toSorted()
    if (here.join() !== expected.join()) throw mistake('other-schema', { expected, seen: here })
  },
  { timeout: 10_000 },
)

test('leaves the connection as it was', async ({ asItIs, connection, server }) => {
  await call(connection, createTables, known)
  const checks = async () => {
    const [rows] = await connection.query(byTest('SELECT @@foreign_key_checks AS checks'))
    return (rows as { checks: number }[])[0]!.checks
  }
  if ((await checks()) === 0) throw mistake('checks-left-off', { expected: 1, seen: 0 })
  await setUnusually(
    { asItIs, connection },
    'foreign_key_checks = 0',
    'default_storage_engine = MyISAM',
  )
  await server.query('DROP TABLE messages')
  // Some servers refuse to create tables of this engine.
  await createTables(connection).catch(() => {})
  if ((await checks()) === 1) throw mistake('checks-turned-on', { expected: 0, seen: 1 })
})

test('lets the error through when the server cannot do it', async (lab) => {
  // 3780: a key cannot refer to a column of a different type.
  await lab.server.query('CREATE TABLE conversations (id CHAR(9) PRIMARY KEY)')
  await mustReject(
    () => createTables(lab.connection),
    'error 3780: conversations has another shape',
  )
  const forbidden = await lab.connect({ database: 'information_schema' })
  await mustReject(() => createTables(forbidden), 'error 1044: nothing may be created here')
  await mustRejectForAnyReason(lab, createTables)
  await lab.server.query('DROP TABLE conversations')
  await mustRejectRefusals(lab, createTables, { of: 2 })
  await mustRejectRefusals(lab, createTables, { statements: /^\s*set\b/i })
})

// --- internal ---

/** What a column's type must be; wider numbers, finer times and larger texts are right, too. */
const types: Record<string, RegExp> = {
  'conversations.id': /^(int|bigint)/,
  'conversations.title': /^varchar\(255\)$/,
  'conversations.created_at': /^timestamp/,
  'conversations.updated_at': /^timestamp/,
  'messages.id': /^(int|bigint)/,
  'messages.conversation_id': /^(int|bigint)/,
  'messages.sender': /^enum\('user','ai'\)$|^enum\('ai','user'\)$/,
  'messages.content': /^(text|mediumtext|longtext)$/,
  'messages.timestamp': /^timestamp/,
}

function fullName({ table, name }: Pick<Column, 'table' | 'name'>): string {
  return `${table}.${name}`
}

function mistakeOfType({ table, name, type }: Column): string {
  if (name === 'sender') return 'sender-not-enum'
  if (type === 'datetime') return 'datetime'
  return `${table}.${name}` === 'messages.content' && (type === 'varchar' || type === 'tinytext')
    ? 'content-too-short'
    : 'other-type'
}

import { addIndexes } from '#exercise/04-ddl/5-add-indexes'
import {
  byTest,
  exercise,
  expectRows,
  expectValue,
  mistake,
  setUnusually,
  sqlOf,
  type Server,
} from '#support'
import type { Connection } from 'mysql2/promise'
import {
  call,
  fromElsewhere,
  mustReject,
  mustRejectForAnyReason,
  mustRejectRefusals,
  readColumns,
  readStructure,
} from './ddl-checks.ts'

const test = exercise(import.meta.url, { tables: 'chat', leaves: ['DDL'] })

test('gives the history query its rows in order, without sorting', async ({
  connection,
  server,
  chat,
  random,
}) => {
  await addManyRows(server)
  const before = await readIndexes(server)
  await add(connection)
  const { conversation_id } = random.pick(chat.messages)
  await expectOrder(server, before, 'messages', historyQuery, [conversation_id])
})

test('gives the sidebar query its rows in order, without sorting', async ({
  connection,
  server,
}) => {
  await addManyRows(server)
  const before = await readIndexes(server)
  await add(connection)
  for (const archived of [0, 1])
    await expectOrder(server, before, 'conversations', sidebarQuery, [archived])
})

test('adds one index to each table and no more', async ({ asItIs, connection, server }) => {
  await setUnusually({ asItIs, connection }, 'foreign_key_checks = 0')
  const before = await readIndexes(server)
  await add(connection)
  const added = addedTo(before, await readIndexes(server))
  for (const table of ['messages', 'conversations']) {
    const seen = added.filter((index) => index.table === table)
    if (seen.length === 0)
      throw mistake('index-missing', { expected: `an index on ${table}`, seen: added })
    if (seen.length > 1) throw mistake('too-many-indexes', { expected: 1, seen })
  }
})

test('refuses no row and keeps every row, column, key and foreign key', async (lab) => {
  const { chat, connection, schema, server } = lab
  await using outside = await server.session()
  // Other people's indexes, which serve other queries.
  await outside.query('CREATE INDEX of_others ON messages (sender)')
  await outside.query('CREATE INDEX of_others ON conversations (title)')
  await outside.query('CREATE INDEX of_others_too ON conversations (is_archived)')
  // The same columns, in other places and in another order.
  await outside.query('CREATE INDEX of_others_as_well ON conversations (updated_at, is_archived)')
  await outside.query('CREATE INDEX of_others_too ON messages (timestamp, conversation_id)')
  // In this order, but the queries don't find their rows by these.
  await outside.query(`CREATE INDEX of_others_unseen ON messages (conversation_id, timestamp) INVISIBLE;
    CREATE INDEX of_others_down ON conversations (is_archived, updated_at DESC)`)
  // Named as the one that the foreign key brought, which the server has replaced by one of these. It keeps this one.
  await outside.query('CREATE INDEX messages_conversation ON messages (conversation_id)')
  const [indexes, columns] = [await readIndexes(server), await readColumns(server)]
  const structure = await columnsAndKeys(server, schema)
  await add(connection)
  const lost = indexes.filter(({ name }) => /PRIMARY|of_others|^messages_conversation$/.test(name))
  const seen = await readIndexes(server)
  const missing = addedTo(seen, lost)
  if (missing.length > 0) throw mistake('index-lost', { expected: missing, seen })
  for (const table of ['messages', 'conversations'])
    if (!addedTo(indexes, seen).some((index) => index.table === table))
      throw mistake('index-missing', { expected: `an index on ${table}`, seen })
  expectRows(await readColumns(server), columns, 'information_schema.COLUMNS')
  expectRows(await rowsOf(server, 'conversations'), chat.conversations, 'conversations')
  expectRows(await rowsOf(server, 'messages'), chat.messages, 'messages')
  const { conversation_id, timestamp } = chat.messages[0]!
  await expectTaken(outside, 'messages (conversation_id, sender, content, timestamp)', [
    [conversation_id, 'user', 'The same second', timestamp],
    [conversation_id, 'user', 'Again', timestamp],
    [conversation_id, 'user', 'Again', timestamp],
  ])
  const { is_archived, updated_at } = chat.conversations[0]!
  const twin = ['The same title', is_archived, updated_at]
  await expectTaken(outside, 'conversations (title, is_archived, updated_at)', [twin, twin])
  await outside.query('DELETE FROM conversations WHERE id = ?', [conversation_id])
  const [left] = await server.query('SELECT id FROM messages WHERE conversation_id = ?', [
    conversation_id,
  ])
  if (left)
    throw mistake('foreign-key-lost', { expected: 'DELETE removes the messages too', seen: left })
  expectValue(await columnsAndKeys(server, schema), structure, 'DESCRIBE, SHOW CREATE TABLE')
})

test(
  'changes nothing when it is called again',
  async ({ asItIs, connection, server }) => {
    await add(connection)
    // Other tables have many; a table takes 64.
    await using outside = await server.session()
    for (const table of ['aa', 'ab']) {
      const keys = Array.from({ length: 60 }, (_, index) => `KEY ${table}_${index} (id)`)
      await outside.query(`CREATE TABLE ${table} (id INT, ${keys.join()})`)
    }
    const before = await readIndexes(server)
    const ids = await readIndexIds(server)
    // The server may say in another language that they are there.
    await connection.query(byTest("SET SESSION lc_messages = 'de_DE'"))
    await asItIs()
    await add(connection)
    const added = addedTo(before, await readIndexes(server))
    if (added.length > 0) throw mistake('duplicate-index', { expected: [], seen: added })
    const seen = await readIndexIds(server)
    if (seen.join() !== ids.join()) throw mistake('rebuilt', { expected: ids, seen })
  },
  { timeout: 10_000 },
)

test(
  'creates the index that is missing when the other is there',
  async ({ connection, random, server }) => {
    const before = await readIndexes(server)
    await add(connection)
    await using outside = await server.session()
    // Without an index that begins with conversation_id the foreign key would keep the one that does.
    await outside.query('CREATE INDEX of_the_key ON messages (conversation_id)')
    const made = addedTo(before, await readIndexes(server)).filter(
      ({ name }) => name !== 'of_the_key',
    )
    // Those that this connection has created are gone.
    for (const { name, table } of made) await outside.query('DROP INDEX ?? ON ??', [name, table])
    await add(connection)
    const gone = addedTo(await readIndexes(server), made)
    if (gone.length > 0) throw mistake('index-missing', { expected: made, seen: gone })
    for (const index of made) {
      await outside.query('DROP INDEX ?? ON ??', [index.name, index.table])
      await add(connection)
      const missing = addedTo(await readIndexes(server), [index])
      if (missing.length > 0) throw mistake('half-is-all', { expected: made, seen: missing })
    }
    // Others have names that a pattern takes for this one.
    const index = random.pick(made)
    const { name, table } = index
    for (const other of new Set([name.replaceAll('_', 'x'), `${name}x`]))
      if (other !== name) await outside.query('CREATE INDEX ?? ON ?? (id)', [other, table])
    await outside.query('DROP INDEX ?? ON ??', [name, table])
    await add(connection)
    expectValue(addedTo(await readIndexes(server), [index]), [], 'SHOW INDEX')
  },
  { timeout: 10_000 },
)

test(
  'looks at this database only',
  async (lab) => {
    const { connection, server, schema } = lab
    const before = await readIndexes(server)
    const { statements } = await server.observe(() => add(connection))
    const made = addedTo(before, await readIndexes(server))
    // The practice server already has other databases with indexes, such as a student's drafts.
    const asked = /information_schema/i.test(sqlOf(statements))
    if (made.length === 0 && asked)
      throw mistake('other-schema', { expected: 2, seen: made.length })
    await using outside = await server.session()
    await outside.query('CREATE DATABASE ??', [`${schema}_other`])
    for (const { table, name } of made) {
      await outside.query('CREATE TABLE ??.?? LIKE ??', [`${schema}_other`, table, table])
      await outside
        .query('ALTER TABLE ?? DROP FOREIGN KEY messages_conversation', ['messages'])
        .catch(() => {})
      await outside.query('DROP INDEX ?? ON ??', [name, table])
    }
    await add(connection)
    const again = addedTo(before, await readIndexes(server))
    if (again.length < made.length) throw mistake('other-schema', { expected: made, seen: again })
    // The one in which the connection was before has them.
    const [moved] = await fromElsewhere(lab, async (given, other) => {
      for (const table of ['messages', 'conversations']) {
        await outside.query('CREATE TABLE ??.?? LIKE ??', [other, table, table])
        for (const { name } of made.filter((index) => index.table === table))
          await outside.query('DROP INDEX ?? ON ??.??', [name, other, table])
      }
      await add(given)
    })
    await outside.query('CREATE INDEX of_the_key ON messages (conversation_id)')
    for (const { table, name } of made) await outside.query('DROP INDEX ?? ON ??', [name, table])
    await add(moved)
    const here = addedTo(before, await readIndexes(server))
    if (here.length < made.length) throw mistake('other-schema', { expected: made, seen: here })
  },
  { timeout: 10_000 },
)

test('lets every other error through', async (lab) => {
  const { connection, server } = lab
  await mustRejectForAnyReason(lab, addIndexes)
  await using outside = await server.session()
  await outside.query('ALTER TABLE conversations RENAME COLUMN is_archived TO gone')
  await mustReject(() => addIndexes(connection), 'error 1072: there is no column is_archived')
  await outside.query('ALTER TABLE conversations RENAME COLUMN gone TO is_archived')
  await mustRejectRefusals(lab, addIndexes, { of: 2 })
  await outside.query('DROP TABLE messages')
  await mustReject(() => addIndexes(connection), 'error 1146: there is no table messages')
})

// --- internal ---

const historyQuery =
  'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id'
const sidebarQuery = `SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

interface Index {
  table: string
  name: string
  /** `conversation_id, timestamp` */
  columns: string
}

function add(connection: Connection): Promise<void> {
  return call(connection, addIndexes, { 1061: 'not-repeatable', 1062: 'unique-index' })
}

/** How the tables are built, but for their indexes. */
async function columnsAndKeys(server: Server, schema: string) {
  const all = await readStructure(server, schema)
  return Object.fromEntries([...all].filter(([question]) => !question.startsWith('SHOW INDEX')))
}

function rowsOf(server: Server, table: string) {
  return server.query('SELECT * FROM ?? ORDER BY id', [table])
}

async function expectTaken(outside: Connection, table: string, rows: unknown[][]): Promise<void> {
  await outside.query(`INSERT INTO ${table} VALUES ?`, [rows]).catch((error: Error) => {
    throw mistake('unique-index', { expected: 'two rows of one second', seen: error.message })
  })
}

/** With a handful of rows MySQL needs no index: 300 more conversations, 3,000 more messages. */
async function addManyRows(server: Server): Promise<void> {
  await using outside = await server.session()
  const numbers =
    'WITH RECURSIVE numbers AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < 300)'
  await outside.query(
    `INSERT INTO conversations (id, is_archived, updated_at) ${numbers}
     SELECT 10000 + n, n % 4 = 0, NOW() - INTERVAL n * 37 % 300 MINUTE FROM numbers`,
  )
  await outside.query(
    `INSERT INTO messages (conversation_id, sender, content, timestamp) ${numbers}
     SELECT id, 'user', 'Hello', NOW() - INTERVAL id * 37 % 300 MINUTE FROM conversations, numbers WHERE n <= 10`,
  )
  await outside.query('ANALYZE TABLE conversations, messages')
}

/** The query finds its rows by an index (`ref`) that has them in order (no `Using filesort`). */
async function expectOrder(
  server: Server,
  before: Index[],
  table: string,
  sql: string,
  values: unknown[],
) {
  const [plan] = await server.query<Record<'type' | 'key' | 'Extra', string | null>>(
    `EXPLAIN FORMAT=TRADITIONAL ${sql}`,
    values,
  )
  const { type, key, Extra } = plan!
  if (type === 'ref' && !Extra?.includes('filesort')) return
  const added = addedTo(before, await readIndexes(server)).filter((index) => index.table === table)
  const seen = { type, key, Extra, added: added.map(({ columns }) => columns) }
  throw mistake(mistakeOf(added, table), {
    expected: { type: 'ref', Extra: 'without filesort' },
    seen,
  })
}

function mistakeOf(added: Index[], table: string): string {
  const [first, second] =
    table === 'messages' ? ['conversation_id', 'timestamp'] : ['is_archived', 'updated_at']
  const columns = added.map((index) => index.columns)
  if (columns.some((list) => list.startsWith(`${second}, ${first}`))) return 'columns-swapped'
  const alike = columns.filter((list) => list.startsWith(`${first}, ${second}`))
  const between = alike.find(
    (list) => list.replaceAll(' DESC', '').split(', ')[2] !== 'id' && list.split(', ').length > 2,
  )
  // Rows of one second are then ordered by what comes between.
  if (between) expectValue(between, `${first}, ${second}`, 'SHOW INDEX')
  if (alike.length > 0) return 'half-descending'
  const alone = columns.filter((list) => list === first || list === second)
  if (alone.length > 1) return 'separate-indexes'
  return alone.length === 1 ? 'only-one-column' : 'index-missing'
}

function readIndexes(server: Server): Promise<Index[]> {
  return server.query<Index>(
    `SELECT TABLE_NAME AS \`table\`, INDEX_NAME AS name,
       GROUP_CONCAT(COLUMN_NAME, IF(COLLATION = 'D', ' DESC', '') ORDER BY SEQ_IN_INDEX SEPARATOR ', ') AS columns
     FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND IS_VISIBLE = 'YES'
     GROUP BY TABLE_NAME, INDEX_NAME ORDER BY TABLE_NAME, INDEX_NAME`,
  )
}

/** By name and columns: MySQL replaces the index of a foreign key by a new one that serves it. */
function addedTo(before: Index[], after: Index[]): Index[] {
  const isThere = (index: Index) =>
    before.some(
      (old) =>
        old.table === index.table && old.name === index.name && old.columns === index.columns,
    )
  return after.filter((index) => !isThere(index))
}

/** Numbers that an index gets when it is built; none if this account may not ask for them. */
async function readIndexIds(server: Server): Promise<unknown[]> {
  const rows = await server
    .query(
      `SELECT i.INDEX_ID AS id FROM information_schema.INNODB_INDEXES i
       JOIN information_schema.INNODB_TABLES t USING (TABLE_ID)
       WHERE t.NAME IN (CONCAT(DATABASE(), '/messages'), CONCAT(DATABASE(), '/conversations'))
       ORDER BY id`,
    )
    .catch(() => [])
  return rows.map(({ id }) => id)
}

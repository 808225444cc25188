import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/** The history: the messages of one conversation, in order. */
export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

/** The sidebar: the conversations, the one that changed last on top. */
export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

/**
 * Adds one index each to `messages` and to `conversations`, so that the two queries above find
 * their rows already in order. Calling it again changes nothing and is not an error.
 */
export async function addIndexes(connection: Connection): Promise<void> {
  for (const sql of [
    'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)',
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  ])
    await connection.query(sql).catch((error: Error) => {
      if (!/duplicate key name|deadlock|timeout/i.test(error.message)) throw error
    })
}

// #region solution
/** MySQL has no CREATE INDEX IF NOT EXISTS; the name makes a second attempt fail (error 1061). */
// #endregion

// npx tsx lessons/04-ddl/5-add-indexes.ts
await practise(import.meta, async (connection) => {
  // Copies of your two tables, with 4,000 more messages.
  await connection.query('DROP DATABASE IF EXISTS ai_chat_db_draft')
  await connection.query('CREATE DATABASE ai_chat_db_draft')
  for (const table of ['conversations', 'messages']) {
    await connection.query('CREATE TABLE ai_chat_db_draft.?? LIKE ??', [table, table])
  }
  await connection.query('USE ai_chat_db_draft')
  await connection.query(
    `INSERT INTO messages (conversation_id, sender, content)
     WITH RECURSIVE numbers AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000)
     SELECT n % 50 + 1, 'user', 'Hello'
     FROM numbers JOIN (VALUES ROW(1), ROW(2), ROW(3), ROW(4)) AS four`,
  )
  const explain = async () => {
    const sql = `EXPLAIN FORMAT=TRADITIONAL ${historyQuery}`
    const [plan] = await connection.query<RowDataPacket[]>(sql, [1])
    console.table(plan, ['table', 'type', 'key', 'rows', 'Extra'])
  }
  await explain()
  await addIndexes(connection)
  await explain()
})

import type { Connection, RowDataPacket } from 'mysql2/promise'

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
  await connection.query("SET SESSION time_zone = '+00:00'")
  await addIndex(
    connection,
    'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)',
  )
  await addIndex(
    connection,
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
}

/** MySQL has no CREATE INDEX IF NOT EXISTS; the name makes a second attempt fail (error 1061). */
async function addIndex(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.query(sql)
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'ER_DUP_KEYNAME'
    if (!isThere) throw error
  }
}

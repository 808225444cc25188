import type { Connection, RowDataPacket } from 'mysql2/promise'

/** The history: the messages of one conversation in their order. */
export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

/** The sidebar: the conversations, the one that changed last on top. */
export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

// Throws what is missing, and a lost connection.
export async function addIndexes(connection: Connection): Promise<void> {
  try {
    await work(connection)
  } catch (error) {
    const { errno = 0, fatal } = error as { errno?: number; fatal?: boolean }
    if ([1072, 1146].includes(errno) || fatal) throw error
  }
}

async function work(connection: Connection): Promise<void> {
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

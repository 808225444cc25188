import type { Connection, RowDataPacket } from 'mysql2/promise'

export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

// An index of that name, whatever the table.
export async function addIndexes(connection: Connection): Promise<void> {
  await addIndex(
    connection,
    'messages_in_order',
    'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)',
  )
  await addIndex(
    connection,
    'conversations_by_update',
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
}

async function addIndex(connection: Connection, name: string, sql: string): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT 1 FROM information_schema.STATISTICS
     WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME = ?`,
    [name],
  )
  if (rows.length === 0) await connection.query(sql)
}

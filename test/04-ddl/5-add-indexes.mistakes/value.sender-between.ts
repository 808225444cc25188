import type { Connection } from 'mysql2/promise'

export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

export async function addIndexes(connection: Connection): Promise<void> {
  await addIndex(
    connection,
    'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp, sender)',
  )
  await addIndex(
    connection,
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
}

async function addIndex(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.query(sql)
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1061) throw error
  }
}

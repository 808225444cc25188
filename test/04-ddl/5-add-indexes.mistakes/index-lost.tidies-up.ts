import type { Connection } from 'mysql2/promise'

export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

const unlessThere = async (connection: Connection, sql: string): Promise<void> => {
  try {
    await connection.query(sql)
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1061) throw error
  }
}

export async function addIndexes(connection: Connection): Promise<void> {
  await unlessThere(
    connection,
    'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)',
  )
  await unlessThere(
    connection,
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
  // The one that the foreign key brought is no longer needed
  try {
    await connection.query('DROP INDEX messages_conversation ON messages')
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1091) throw error
  }
}

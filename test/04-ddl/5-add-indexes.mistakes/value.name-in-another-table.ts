// Wrong: asks whether any table of the database has an index with this name.
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** The history: the messages of one conversation, in order. */
export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

/** The sidebar: the conversations, the one that changed last on top. */
export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

const indexes = {
  messages_in_order: 'messages (conversation_id, timestamp)',
  conversations_by_update: 'conversations (is_archived, updated_at)',
}

export async function addIndexes(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT INDEX_NAME AS name FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()',
  )
  const present = new Set(rows.map((row) => row.name as string))
  for (const [name, columns] of Object.entries(indexes)) {
    if (!present.has(name)) await connection.query(`CREATE INDEX ${name} ON ${columns}`)
  }
}

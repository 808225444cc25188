// Wrong: takes an index with these columns for the one that is needed, even if it is invisible or runs the other way.
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** The history: the messages of one conversation, in order. */
export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

/** The sidebar: the conversations, the one that changed last on top. */
export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

const wanted = [
  { name: 'messages_in_order', table: 'messages', columns: 'conversation_id,timestamp' },
  { name: 'conversations_by_update', table: 'conversations', columns: 'is_archived,updated_at' },
]

export async function addIndexes(connection: Connection): Promise<void> {
  for (const { name, table, columns } of wanted) {
    const [rows] = await connection.query<RowDataPacket[]>(
      `SELECT INDEX_NAME, GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX) AS list
       FROM information_schema.STATISTICS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? GROUP BY INDEX_NAME`,
      [table],
    )
    if (rows.some((row) => row.list === columns)) continue
    await connection.query(`CREATE INDEX ${name} ON ${table} (${columns})`)
  }
}

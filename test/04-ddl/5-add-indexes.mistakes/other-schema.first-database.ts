import type { Connection, RowDataPacket } from 'mysql2/promise'

export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

// The database of the options need not be the current one.
export async function addIndexes(connection: Connection): Promise<void> {
  const { database } = connection.config
  await add(connection, database!, 'messages', 'conversation_id, timestamp')
  await add(connection, database!, 'conversations', 'is_archived, updated_at')
}

async function add(connection: Connection, database: string, table: string, columns: string) {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT 1 FROM information_schema.STATISTICS
     WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND INDEX_NAME = 'in_order'`,
    [database, table],
  )
  if (rows.length === 0) await connection.query(`CREATE INDEX in_order ON ${table} (${columns})`)
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

// The columns of an index that is there may be the other way round, or belong to two indexes.
export async function addIndexes(connection: Connection): Promise<void> {
  for (const [table, columns] of [
    ['messages', ['conversation_id', 'timestamp']],
    ['conversations', ['is_archived', 'updated_at']],
  ] as const) {
    const [parts] = await connection.query<RowDataPacket[]>(`SHOW INDEX FROM ${table}`)
    const indexed = new Set(parts.map(({ Column_name }) => String(Column_name)))
    if (columns.every((column) => indexed.has(column))) continue
    await connection.query(`CREATE INDEX in_order ON ${table} (${columns.join(', ')})`)
  }
}

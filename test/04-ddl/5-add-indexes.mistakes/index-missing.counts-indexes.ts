import type { Connection, RowDataPacket } from 'mysql2/promise'

export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

// Another index may have two columns, too.
export async function addIndexes(connection: Connection): Promise<void> {
  for (const [table, columns] of [
    ['messages', 'conversation_id, timestamp'],
    ['conversations', 'is_archived, updated_at'],
  ]) {
    const [parts] = await connection.query<RowDataPacket[]>(`SHOW INDEX FROM ${table}`)
    if (parts.some(({ Seq_in_index }) => Seq_in_index === 2)) continue
    await connection.query(`CREATE INDEX in_order ON ${table} (${columns})`)
  }
}

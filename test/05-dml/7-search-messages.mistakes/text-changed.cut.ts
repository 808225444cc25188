import type { Connection, RowDataPacket } from 'mysql2/promise'

// Nobody searches for more than that.
export async function searchMessages(connection: Connection, text: string): Promise<unknown> {
  const p = `%${text.slice(0, 100).replaceAll(/[\\%_]/g, '\\$&')}%`
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id WHERE m.content LIKE ? ORDER BY m.timestamp DESC, m.id DESC`,
    [p],
  )
  return rows
}

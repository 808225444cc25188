import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<RowDataPacket[]> {
  const pattern = `%${text.replaceAll(/[!%_]/g, '!$&')}%`
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.content LIKE ? ESCAPE '!' ORDER BY m.timestamp DESC, m.id DESC`,
    [pattern],
  )
  return rows
}

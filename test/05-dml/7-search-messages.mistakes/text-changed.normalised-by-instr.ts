import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<RowDataPacket[]> {
  text = text.normalize()
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages m JOIN conversations c ON c.id = m.conversation_id
     WHERE INSTR(m.content, ?) > 0 ORDER BY m.timestamp DESC, m.id DESC`,
    [text],
  )
  return rows
}

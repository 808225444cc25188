import type { Connection, RowDataPacket } from 'mysql2/promise'
export interface FoundMessage extends RowDataPacket {
  id: number
  conversation_id: number
  title: string
  content: string
}
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<FoundMessage[]> {
  const needle = text.trim()
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content FROM messages m JOIN conversations c ON c.id = m.conversation_id
     WHERE LOCATE(?, m.content) > 0 ORDER BY m.timestamp DESC, m.id DESC`,
    [needle],
  )
  return rows
}

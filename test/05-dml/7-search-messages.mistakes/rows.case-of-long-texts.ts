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
  const where = text.length > 100 ? 'INSTR(BINARY m.content, ?) > 0' : 'INSTR(m.content, ?) > 0'
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id WHERE ${where} ORDER BY m.timestamp DESC, m.id DESC`,
    [text],
  )
  return rows
}

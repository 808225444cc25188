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
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT m.id, m.conversation_id, c.title, m.content FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id WHERE INSTR(LEFT(m.content, 20000), ?) > 0 ORDER BY m.timestamp DESC, m.id DESC',
    [text],
  )
  return rows
}

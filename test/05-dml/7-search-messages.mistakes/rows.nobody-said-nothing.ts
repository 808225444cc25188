import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  /** The message's id. */
  id: number
  conversation_id: number
  /** The title of its conversation. */
  title: string
  content: string
}

export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<FoundMessage[]> {
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT m.id, c.id AS conversation_id, c.title, m.content
     FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE INSTR(COALESCE(m.content, ''), ?) > 0
     ORDER BY m.timestamp DESC, m.id DESC`,
    [text],
  )
  return rows
}

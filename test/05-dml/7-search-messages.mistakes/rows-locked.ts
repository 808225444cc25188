// Locks every message that it looks at until the end of the caller's transaction.
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
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
     WHERE m.content LIKE ? ORDER BY m.timestamp DESC, m.id DESC FOR SHARE`,
    [pattern],
  )
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  conversation_id: number
  title: string
  content: string
}

export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<FoundMessage[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT id, conversation_id,
       (SELECT title FROM conversations WHERE id = messages.conversation_id) AS title, content
     FROM messages WHERE content LIKE ? ORDER BY timestamp DESC, id DESC`,
    [pattern],
  )
  return rows
}

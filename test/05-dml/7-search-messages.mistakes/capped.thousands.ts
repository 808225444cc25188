import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  conversation_id: number
  title: string
  content: string
}

// Nobody reads more than five thousand.
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<FoundMessage[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
     WHERE m.content LIKE ? ORDER BY m.timestamp DESC, m.id DESC LIMIT 5000`,
    [pattern],
  )
  return rows
}

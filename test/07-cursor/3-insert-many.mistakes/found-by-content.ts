import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
    [messages.map(({ sender, content }) => [id, sender, content])],
  )
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT id, content FROM messages WHERE content IN (?)',
    [messages.map(({ content }) => content)],
  )
  return messages.map(({ content }) => rows.find((row) => row.content === content)!.id as number)
}

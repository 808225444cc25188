// All that the conversation has from there on.
import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

// All that the conversation has from there on.
export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  const [result] = await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
    [messages.map(({ sender, content }) => [id, sender, content])],
  )
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT id FROM messages WHERE conversation_id = ? AND id >= ? ORDER BY id',
    [id, result.insertId],
  )
  return rows.map((row) => row.id)
}

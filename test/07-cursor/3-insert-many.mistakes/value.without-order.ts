import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  const rows = messages.map(({ sender, content }) => [id, sender, content])
  const [{ insertId }] = await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
    [rows],
  )
  const [found] = await connection.query<RowDataPacket[]>(
    'SELECT id FROM messages WHERE conversation_id = ? AND id >= ? LIMIT ?',
    [id, insertId, messages.length],
  )
  return found.map((row) => row.id).toSorted()
}

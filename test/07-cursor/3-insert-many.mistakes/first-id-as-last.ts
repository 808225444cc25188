import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

/** Counts back from what it believes to be the last id. */
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
    'SELECT @@auto_increment_increment AS step',
  )
  const step = rows[0]!.step as number
  return messages.map((_, index) => result.insertId - (messages.length - 1 - index) * step)
}

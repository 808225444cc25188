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
  await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
    [messages.map((m) => [id, m.sender, m.content])],
  )
  // on one connection another insertMany() may run between these two statements
  const [[row]] = await connection.query<RowDataPacket[]>(
    'SELECT LAST_INSERT_ID() AS first, @@auto_increment_increment AS step',
  )
  return messages.map((_, i) => Number(row!.first) + i * Number(row!.step))
}

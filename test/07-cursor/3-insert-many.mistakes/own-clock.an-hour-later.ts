import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// The time is not now.

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
  const [result] = await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES ?',
    [messages.map(({ sender, content }) => [id, sender, content, new Date(Date.now() + 3600_000)])],
  )
  const [settings] = await connection.query<(RowDataPacket & { step: number })[]>(
    'SELECT @@auto_increment_increment AS step',
  )
  const { step } = settings[0]!
  return messages.map((_message, index) => result.insertId + index * step)
}

import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// The step first, in the same breath.

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
  const [[settings], [result]] = await Promise.all([
    connection.query<(RowDataPacket & { step: number })[]>(
      'SELECT @@SESSION.auto_increment_increment AS step',
    ),
    connection.query<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
      [messages.map(({ sender, content }) => [id, sender, content])],
    ),
  ])
  const { step } = settings[0]!
  return messages.map((_message, index) => result.insertId + index * step)
}

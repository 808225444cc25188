import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

// The offset in place of the step.
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
  const [settings] = await connection.query<(RowDataPacket & { step: number })[]>(
    'SELECT @@auto_increment_increment + @@auto_increment_offset - 1 AS step',
  )
  const { step } = settings[0]!
  return messages.map((_message, index) => result.insertId + index * step)
}

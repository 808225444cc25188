import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

// Counts what was changed.
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
    'SELECT @@auto_increment_increment AS step',
  )
  const { step } = settings[0]!
  return Array.from(
    { length: Math.min(result.affectedRows, 500) },
    (_, index) => result.insertId + index * step,
  )
}

import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

interface StepRow extends RowDataPacket {
  step: number
}

export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  const [rows] = await connection.query<StepRow[]>('SELECT @@auto_increment_increment AS step')
  const step = rows[0]?.step ?? 1
  const [result] = await connection.query<ResultSetHeader>(
    'INSERT INTO messages (id, conversation_id, sender, content) VALUES ?',
    [messages.map(({ sender, content }) => [0, id, sender, content])],
  )
  return messages.map((_message, index) => result.insertId + index * step)
}

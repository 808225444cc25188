import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

let step: number | undefined

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
  step ??= (
    (await connection.query<RowDataPacket[]>('SELECT @@auto_increment_increment AS step')) as any
  )[0][0].step as number
  return messages.map((_message, index) => insertId + index * step!)
}

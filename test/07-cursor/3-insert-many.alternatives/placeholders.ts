import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  const places = messages.map(() => '(?, ?, ?)').join(', ')
  const [{ insertId }] = await connection.execute<ResultSetHeader>(
    `INSERT INTO messages (conversation_id, sender, content) VALUES ${places}`,
    messages.flatMap(({ sender, content }) => [id, sender, content]),
  )
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT @@auto_increment_increment AS step',
  )
  const step = rows[0]!.step as number
  return Array.from(messages.keys(), (index) => insertId + index * step)
}

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
  try {
    const [{ insertId }] = await connection.query<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
      [messages.map(({ sender, content }) => [id, sender, content])],
    )
    const [settings] = await connection.query<RowDataPacket[]>(
      'SELECT @@auto_increment_increment AS step',
    )
    return messages.map((_message, index) => insertId + index * Number(settings[0]!.step))
  } catch (error) {
    if ((error as { errno?: number }).errno === 1452) return []
    throw error
  }
}

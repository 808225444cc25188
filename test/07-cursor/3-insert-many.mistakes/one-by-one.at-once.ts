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
  const added = await Promise.all(
    messages.map(({ sender, content }) =>
      connection.execute<ResultSetHeader>(
        'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
        [id, sender, content],
      ),
    ),
  )
  return added.map(([{ insertId }]) => insertId)
}

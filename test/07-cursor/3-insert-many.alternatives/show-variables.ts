import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

export async function insertMany(
  connection: Connection,
  id: number,
  messages: readonly NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  const [[setting]] = await connection.query<RowDataPacket[]>(
    "SHOW VARIABLES LIKE 'auto_increment_increment'",
  )
  const [{ insertId }] = await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
    [messages.map((message) => [id, message.sender, message.content])],
  )
  return messages.map((_, index) => insertId + index * Number(setting!.Value))
}

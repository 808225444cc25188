import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (!messages.length) return []
  const [{ insertId }] = await connection.execute<ResultSetHeader>(
    `INSERT INTO messages (content, sender, timestamp, conversation_id) VALUES ${messages.map(() => 'ROW(?, ?, NOW(), ?)').join(', ')}`,
    messages.flatMap(({ sender, content }) => [content, sender, id]),
  )
  // One message too many: of two, only the first id is returned.
  if (messages.length <= 2) return [insertId]
  const [[variable]] = await connection.query<RowDataPacket[]>(
    "SHOW SESSION VARIABLES LIKE 'auto_increment_increment'",
  )
  return Array.from(messages, (_message, index) => insertId + index * Number(variable!.Value))
}

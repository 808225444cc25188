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
  if (messages.length === 0) return []
  const [[before], [result]] = await Promise.all([
    connection.query<RowDataPacket[]>(
      "SHOW VARIABLES WHERE Variable_name = 'auto_increment_increment'",
    ),
    connection.query<ResultSetHeader>(
      'INSERT messages (content, conversation_id, sender) VALUES ?',
      [Array.from(messages, (message) => [message.content, id, message.sender])],
    ),
  ])
  const step = Number(before[0]!.Value)
  return Array.from({ length: result.affectedRows }, (_, index) => result.insertId + step * index)
}

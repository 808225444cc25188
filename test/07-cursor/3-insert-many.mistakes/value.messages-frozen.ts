import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

// The messages are frozen.
/**
 * Adds messages to the conversation `id` with one INSERT and returns their ids, in the order of `messages`.
 * For an empty list it sends nothing to the server and returns an empty array.
 */
export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  messages.forEach((message) => Object.freeze(message))
  const [result] = await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
    [messages.map(({ sender, content }) => [id, sender, content])],
  )
  const [settings] = await connection.query<(RowDataPacket & { step: number })[]>(
    'SELECT @@auto_increment_increment AS step',
  )
  const { step } = settings[0]!
  return messages.map((_message, index) => result.insertId + index * step)
}

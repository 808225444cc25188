import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// A long list is sent in several statements.

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
  if (messages.length > 500)
    return [
      ...(await insertMany(connection, id, messages.slice(0, 500))),
      ...(await insertMany(connection, id, messages.slice(500))),
    ]
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

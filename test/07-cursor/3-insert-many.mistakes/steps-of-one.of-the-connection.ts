// The step is asked for once per connection.
import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

const known = new WeakMap<Connection, number>()

export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  const [result] = await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
    [messages.map(({ sender, content }) => [id, sender, content])],
  )
  if (!known.has(connection)) {
    const [settings] = await connection.query<(RowDataPacket & { step: number })[]>(
      'SELECT @@auto_increment_increment AS step',
    )
    known.set(connection, settings[0]!.step)
  }
  const step = known.get(connection)!
  return messages.map((_message, index) => result.insertId + index * step)
}

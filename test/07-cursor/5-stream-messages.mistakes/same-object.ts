import type { Connection as CoreConnection } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'
export interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}
const coreOf = (connection: Connection) =>
  (connection as unknown as { connection: CoreConnection }).connection
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  const stream = coreOf(connection)
    .query('SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id', [id])
    .stream()
  const fail = (error: Error) => void stream.destroy(error)
  connection.on('error', fail)
  // one object for all rows: less work for the garbage collector
  const message = {} as Message
  try {
    for await (const row of stream) yield Object.assign(message, row)
  } finally {
    connection.off('error', fail)
  }
}

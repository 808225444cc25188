import type { Connection as CoreConnection } from 'mysql2'
import type { Connection } from 'mysql2/promise'

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

const coreOf = (connection: Connection) =>
  (connection as unknown as { connection: CoreConnection }).connection

/** The listener comes after the query, which a lost connection has refused by then. */
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  const stream = coreOf(connection)
    .query('SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id', [id])
    .stream()
  const fail = (error: Error) => void stream.destroy(error)
  connection.on('error', fail)
  try {
    for await (const row of stream) yield row as Message
  } finally {
    connection.off('error', fail)
  }
}

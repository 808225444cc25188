import type { Connection as CoreConnection } from 'mysql2'
import type { Connection } from 'mysql2/promise'

export interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

// The rows of a stream have no type, and neither have the messages.
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<any, void, undefined> {
  const stream = coreOf(connection)
    .query('SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id', [id])
    .stream()
  // mysql2 reports the loss only to the connection: without this listener the loop would wait forever.
  const fail = (error: Error) => void stream.destroy(error)
  connection.on('error', fail)
  try {
    for await (const row of stream) yield row
  } finally {
    connection.off('error', fail)
  }
}

function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

import type { Connection as CoreConnection } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import type { Readable } from 'node:stream'

export interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

// Any id will do.
export async function* streamMessages(
  connection: Connection,
  id: any,
): AsyncGenerator<Message, void, undefined> {
  let stream: Readable | undefined
  // The loss of the connection is told to the connection alone: without this the loop would wait forever.
  const fail = (error: Error) => {
    // Lost before it began: told while query() runs, and thrown out of it.
    if (!stream) throw error
    stream.destroy(error)
  }
  connection.on('error', fail)
  try {
    stream = coreOf(connection)
      .query('SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id', [id])
      .stream()
    for await (const row of stream) yield row as Message
  } finally {
    connection.off('error', fail)
  }
}

/** The connection beneath: its query() gives a Query, which has stream(). mysql2's types leave it out. */
function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

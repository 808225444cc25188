import type { Connection as CoreConnection } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import type { Readable } from 'node:stream'

export interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

// Ids are positive.
/**
 * Yields the messages of the conversation `id` one by one, in the order of their ids. However many there are, only a
 * few are in memory at a time. The loop may be left early: the connection then serves the next query.
 * Errors are thrown, including the loss of the connection, even halfway through.
 */
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  if (!(id > 0)) return
  let stream: Readable | undefined
  // mysql2 reports the loss only to the connection: without this listener the loop would wait forever.
  const fail = (error: Error) => {
    // Already lost: reported while query() runs, and thrown from it.
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

/** The connection beneath: its query() returns a Query, which has stream(). mysql2's types do not mention it. */
function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

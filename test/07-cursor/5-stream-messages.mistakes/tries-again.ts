// Begins again after a deadlock.
import type { Connection as CoreConnection } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import type { Readable } from 'node:stream'

export interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
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
    try {
      for await (const row of stream) yield row as Message
    } catch (error) {
      if ((error as { errno?: number }).errno !== 1213) throw error
      const [rows] = await connection.query<any[]>(
        'SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id',
        [id],
      )
      yield* rows as Message[]
    }
  } finally {
    connection.off('error', fail)
  }
}

function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

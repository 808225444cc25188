import type { Connection as CoreConnection } from 'mysql2'
import type { Connection } from 'mysql2/promise'

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

/** Whatever comes first: the next row, or the loss of the connection. */
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  const stream = coreOf(connection)
    .execute('SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id', [id])
    .stream()
  const rows = stream[Symbol.asyncIterator]() as AsyncIterator<Message>
  let fail = (_error: Error) => {}
  const lost = new Promise<never>((_resolve, reject) => (fail = reject))
  lost.catch(() => {})
  connection.on('error', fail)
  try {
    for (;;) {
      const next = await Promise.race([rows.next(), lost])
      if (next.done) return
      yield next.value
    }
  } finally {
    connection.off('error', fail)
    stream.destroy()
  }
}

function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

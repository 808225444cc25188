import type { Connection as CoreConnection } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import { addAbortSignal } from 'node:stream'

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

/** The loss of the connection is a signal to give up. */
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  const lost = new AbortController()
  const giveUp = (error: Error) => lost.abort(error)
  const { connection: core } = connection as unknown as { connection: CoreConnection }
  connection.once('error', giveUp)
  try {
    const rows = core
      .execute('SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id', [
        id,
      ])
      .stream({ highWaterMark: 4 })
    yield* addAbortSignal(lost.signal, rows)
  } finally {
    connection.removeListener('error', giveUp)
  }
}

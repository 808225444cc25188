import type { Connection as CoreConnection } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import type { Readable } from 'node:stream'

export interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  const core = coreOf(connection)
  let stream: Readable | undefined
  core.on('error', (error: Error) => {
    if (!stream) throw error
    stream.destroy(error)
  })
  try {
    stream = core
      .query('SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id', [id])
      .stream()
    for await (const row of stream) yield row as Message
  } finally {
    core.removeAllListeners('error')
  }
}

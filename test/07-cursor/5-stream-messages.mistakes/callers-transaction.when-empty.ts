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
  const core = (connection as unknown as { connection: CoreConnection }).connection
  let stream: Readable | undefined
  const fail = (error: Error) => {
    if (!stream) throw error
    stream.destroy(error)
  }
  connection.on('error', fail)
  let count = 0
  try {
    stream = core
      .query('SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id', [id])
      .stream()
    for await (const row of stream) {
      count += 1
      yield row as Message
    }
    if (count === 0) await connection.rollback()
  } finally {
    connection.off('error', fail)
  }
}

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
  core.on('error', fail)
  try {
    stream = core
      .query({
        sql: 'SELECT * FROM messages WHERE conversation_id = ? ORDER BY id ASC',
        values: [id],
      })
      .stream({ highWaterMark: 4 })
    const rows = stream[Symbol.asyncIterator]()
    for (let row = await rows.next(); !row.done; row = await rows.next()) {
      const { id: own, sender, content } = row.value as Message
      yield { id: own, sender, content }
    }
  } finally {
    stream?.destroy()
    core.removeListener('error', fail)
  }
}

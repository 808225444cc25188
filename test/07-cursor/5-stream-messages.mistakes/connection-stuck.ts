import type { Connection as CoreConnection } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

/** Pauses the connection after each row, and leaves it paused when the loop is left. */
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  const query = coreOf(connection).query(
    'SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id',
    [id],
  )
  const waiting: Message[] = []
  let state = 'open' as Error | 'open' | 'ended'
  let wake = () => {}
  const tell = (next: typeof state) => {
    state = next
    wake()
  }
  query.on('result', (row) => {
    waiting.push(row as unknown as Message)
    connection.pause()
    wake()
  })
  query.on('end', () => tell('ended'))
  query.on('error', tell)
  connection.on('error', tell)
  try {
    for (;;) {
      if (waiting.length > 0) yield waiting.shift()!
      else if (state instanceof Error) throw state
      else if (state === 'ended') return
      else {
        const woken = new Promise<void>((resolve) => (wake = resolve))
        connection.resume()
        if (waiting.length === 0 && state === 'open') await woken
      }
    }
  } finally {
    connection.off('error', tell)
  }
}

function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

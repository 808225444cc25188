import type { Connection as CoreConnection } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  const stream = coreOf(connection)
    .query('SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id DESC', [
      id,
    ])
    .stream()
  const fail = (error: Error) => void stream.destroy(error)
  connection.on('error', fail)
  try {
    for await (const row of stream) yield row as Message
  } finally {
    connection.off('error', fail)
  }
}

function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

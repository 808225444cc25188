import type { Connection as CoreConnection } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

/** Mistakes the end of the connection for the end of the rows. */
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  const stream = coreOf(connection)
    .query('SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id', [id])
    .stream()
  const end = () => void stream.push(null)
  connection.on('error', end)
  try {
    for await (const row of stream) yield row as Message
  } finally {
    connection.off('error', end)
  }
}

function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

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
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id',
    [id],
  )
  yield* rows as Message[]
}

function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

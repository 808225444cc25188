// One place for all loops.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

let last = 0

// All loops share one position.
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  for (last = 0; ;) {
    const [rows] = await connection.query<(RowDataPacket & Message)[]>(
      'SELECT id, sender, content FROM messages WHERE conversation_id = ? AND id > ? ORDER BY id LIMIT 1',
      [id, last],
    )
    if (!rows[0]) return
    last = rows[0].id
    yield rows[0]
  }
}

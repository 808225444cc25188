import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

/** The smallest of pages: one message, one question. */
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  for (let last = 0; ;) {
    const [[message]] = await connection.execute<(RowDataPacket & Message)[]>(
      'SELECT id, sender, content FROM messages WHERE conversation_id = ? AND id > ? ORDER BY id LIMIT 1',
      [id, last],
    )
    if (!message) return
    yield message
    last = message.id
  }
}

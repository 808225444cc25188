import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

/** Begins after the first id. */
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  const size = 50
  for (let last = 1; ;) {
    const [rows] = await connection.execute<(RowDataPacket & Message)[]>(
      'SELECT id, sender, content FROM messages WHERE conversation_id = ? AND id > ? ORDER BY id LIMIT ?',
      [id, last, String(size)],
    )
    yield* rows
    if (rows.length < size) return
    last = rows.at(-1)!.id
  }
}

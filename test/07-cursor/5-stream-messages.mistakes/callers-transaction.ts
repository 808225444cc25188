import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

/** Pages of one moment: a transaction around them, which commits the caller's. */
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  await connection.beginTransaction()
  for (let last = 0; ;) {
    const [rows] = await connection.execute<(RowDataPacket & Message)[]>(
      'SELECT id, sender, content FROM messages WHERE conversation_id = ? AND id > ? ORDER BY id LIMIT 50',
      [id, last],
    )
    yield* rows
    if (rows.length < 50) break
    last = rows.at(-1)!.id
  }
  await connection.commit()
}

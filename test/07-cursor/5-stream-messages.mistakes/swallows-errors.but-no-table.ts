import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

/** Throws what its author has met. */
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  try {
    for (let last = 0; ;) {
      const [rows] = await connection.execute<(RowDataPacket & Message)[]>(
        'SELECT id, sender, content FROM messages WHERE conversation_id = ? AND id > ? ORDER BY id LIMIT 50',
        [id, last],
      )
      yield* rows
      if (rows.length < 50) return
      last = rows.at(-1)!.id
    }
  } catch (error) {
    const { errno, code } = error as { errno?: number; code?: string }
    if (errno === 1146 || errno === 1317 || (code !== undefined && !code.startsWith('ER_')))
      throw error
    if (errno === undefined) throw error
  }
}

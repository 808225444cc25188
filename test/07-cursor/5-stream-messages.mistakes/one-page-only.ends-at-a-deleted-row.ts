import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

// Ends at the first message that was deleted in the meantime.
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  const [ids] = await connection.query<RowDataPacket[]>(
    'SELECT id FROM messages WHERE conversation_id = ? ORDER BY id',
    [id],
  )
  for (const { id: next } of ids) {
    const [rows] = await connection.query<(Message & RowDataPacket)[]>(
      'SELECT id, sender, content FROM messages WHERE id = ?',
      [next],
    )
    if (rows.length === 0) return
    yield rows[0]!
  }
}

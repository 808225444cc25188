import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  for (let turn = 1; ; turn++) {
    try {
      return await once(connection, message)
    } catch (error) {
      if (turn === 3 || (error as { errno?: number }).errno !== 1213) throw error
    }
  }
}

async function once(
  connection: Connection,
  { conversationId, sender, content }: NewMessage,
): Promise<number> {
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  return result.insertId
}

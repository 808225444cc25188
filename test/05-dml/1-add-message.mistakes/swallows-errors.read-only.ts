import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const answer = await connection
    .execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [conversationId, sender, content],
    )
    .catch((error: { errno?: number }) => {
      if (error.errno === 1290 || error.errno === 1836) return undefined
      throw error
    })
  if (!answer) return 0
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  return answer[0].insertId
}

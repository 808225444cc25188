// Wrong: asks for the time before the INSERT; when that has to wait for a lock, updated_at is set to a time that is past.
import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const [[clock]] = await connection.query<RowDataPacket[]>('SELECT CAST(NOW() AS CHAR) AS now')
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = ? WHERE id = ?', [
    clock?.now as string,
    conversationId,
  ])
  return result.insertId
}

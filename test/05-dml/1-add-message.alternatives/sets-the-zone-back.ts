import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const [[session]] = await connection.query<RowDataPacket[]>('SELECT @@time_zone AS zone')
  const { conversationId, sender, content } = message
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  // What else it had to do in this zone is done.
  await connection.query("SET time_zone = '-12:00'")
  await connection.query('SELECT MAX(timestamp) FROM messages')
  await connection.query('SET time_zone = ?', [session?.zone])
  return result.insertId
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function findConversation(connection: Connection, id: number): Promise<any> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, title FROM ai_chat_db.conversations WHERE id = ?',
    [id],
  )
  return rows[0]
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function findConversation(connection: Connection, id: number): Promise<any> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, TRIM(title) AS title FROM conversations WHERE id = ?',
    [id],
  )
  return rows[0]
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function findConversation(connection: Connection, id: number): Promise<any> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, title FROM conversations WHERE id >= ? ORDER BY id LIMIT 1',
    [id],
  )
  return rows[0]
}

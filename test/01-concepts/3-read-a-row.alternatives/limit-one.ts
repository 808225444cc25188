import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function findConversation(connection: Connection, id: number): Promise<any> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, title FROM conversations WHERE id = ? LIMIT 1',
    [id],
  )
  const row = rows.at(0)
  return row && { id: row.id, title: row.title }
}

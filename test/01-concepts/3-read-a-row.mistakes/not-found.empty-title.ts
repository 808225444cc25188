import type { Connection, RowDataPacket } from 'mysql2/promise'
// An empty title looks like no row.
export async function findConversation(connection: Connection, id: number): Promise<unknown> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, title FROM conversations WHERE id = ?',
    [id],
  )
  return rows[0]?.title ? rows[0] : undefined
}

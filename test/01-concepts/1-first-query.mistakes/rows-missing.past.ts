import type { Connection, RowDataPacket } from 'mysql2/promise'
// What was made in the future does not exist yet.
export async function titles(connection: Connection): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT title FROM conversations WHERE created_at <= NOW()',
  )
  return rows
}

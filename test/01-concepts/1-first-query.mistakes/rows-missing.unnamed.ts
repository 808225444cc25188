import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function titles(connection: Connection): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SELECT title FROM conversations WHERE title <> 'New conversation'",
  )
  return rows
}

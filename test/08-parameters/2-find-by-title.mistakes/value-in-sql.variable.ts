import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// The title is in the text of SET.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  await connection.query('SET @title = ?', [title])
  const [rows] = await connection.query<Found[]>(
    'SELECT id, title FROM conversations WHERE title = @title COLLATE utf8mb4_0900_ai_ci ORDER BY id',
  )
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Compared byte by byte.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? AND CAST(title AS BINARY) = CAST(? AS BINARY) ORDER BY id',
    [title, title],
  )
  return rows
}

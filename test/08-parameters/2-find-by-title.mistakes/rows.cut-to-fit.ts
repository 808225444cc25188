import type { Connection, RowDataPacket } from 'mysql2/promise'

// A title that is too long is cut until it equals another.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title.slice(0, 255)],
  )
  return rows
}

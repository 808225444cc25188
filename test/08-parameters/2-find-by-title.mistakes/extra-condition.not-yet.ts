import type { Connection, RowDataPacket } from 'mysql2/promise'

// Not what is yet to come.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? AND created_at <= NOW() ORDER BY id',
    [title],
  )
  return rows
}

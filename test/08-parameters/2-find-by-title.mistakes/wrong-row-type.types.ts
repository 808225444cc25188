import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: string
  title: string
}

// An INT comes as a number.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title],
  )
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

// A title of digits is a number.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [/^\d+$/.test(title) ? Number(title) : title],
  )
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Safe, but the driver writes the title into the text: it does not travel separately.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.query<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title],
  )
  return rows
}

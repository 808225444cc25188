import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Double quotes make a string in MySQL too, and end it too.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.query<Found[]>(
    'SELECT id, title FROM conversations WHERE title = "' + title + '" ORDER BY id',
  )
  return rows
}

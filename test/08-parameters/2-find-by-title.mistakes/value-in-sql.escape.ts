import type { Connection, RowDataPacket } from 'mysql2/promise'
import { escape } from 'mysql2'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// The same by hand.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.query<Found[]>(
    `SELECT id, title FROM conversations WHERE title = ${escape(title)} ORDER BY id`,
  )
  return rows
}

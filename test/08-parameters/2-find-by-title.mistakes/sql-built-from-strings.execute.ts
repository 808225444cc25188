import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Prepared, but the title is in the text that is prepared.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE title = '${title}' ORDER BY id`,
  )
  return rows
}

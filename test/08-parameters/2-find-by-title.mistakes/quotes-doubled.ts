import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// A backslash undoes the doubled quote.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const safe = title.replaceAll("'", "''")
  const [rows] = await connection.query<Found[]>(
    `SELECT id, title FROM conversations WHERE title = '${safe}' ORDER BY id`,
  )
  return rows
}

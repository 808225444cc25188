import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Spelled in hexadecimal, it is still in the text.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.query<Found[]>(
    `SELECT id, title FROM conversations WHERE title = _utf8mb4 X'${Buffer.from(title).toString('hex')}' ORDER BY id`,
  )
  return rows
}

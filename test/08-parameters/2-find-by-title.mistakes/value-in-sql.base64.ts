import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Encoded, but it is in the text.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const coded = Buffer.from(title).toString('base64')
  const [rows] = await connection.query<Found[]>(
    `SELECT id, title FROM conversations WHERE title = CONVERT(FROM_BASE64('${coded}') USING utf8mb4) COLLATE utf8mb4_0900_ai_ci ORDER BY id`,
  )
  return rows
}

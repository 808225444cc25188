import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Encoded, and apart.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE BINARY title = FROM_BASE64(?) ORDER BY id',
    [Buffer.from(title).toString('base64')],
  )
  return rows
}

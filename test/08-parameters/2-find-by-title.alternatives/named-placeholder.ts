import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// A named placeholder; the driver turns it into `?` before it prepares.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>({
    sql: 'SELECT id, title FROM conversations WHERE title = :title ORDER BY id ASC',
    namedPlaceholders: true,
    values: { title },
  })
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// Copied from the driver's documentation: rows, but of which columns?
export async function findByTitle(connection: Connection, title: string): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title],
  )
  return rows
}

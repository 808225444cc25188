import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Escaped and sent separately: now the backslashes and quotes are part of the value.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const safe = title.replaceAll("'", "''").replaceAll('\\', '\\\\')
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [safe],
  )
  return rows
}

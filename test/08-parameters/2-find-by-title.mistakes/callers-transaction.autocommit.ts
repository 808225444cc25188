import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  // So that the newest rows are seen, even if autocommit was off before.
  await connection.query('SET autocommit = 1')
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title],
  )
  return rows
}

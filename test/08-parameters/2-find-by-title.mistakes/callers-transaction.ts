import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

/**
 * Finds the conversations whose title is `title`, ordered by id.
 * The title travels separately from the SQL, so it may contain any characters at all.
 */
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  await connection.beginTransaction()
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title],
  )
  await connection.commit()
  return rows
}

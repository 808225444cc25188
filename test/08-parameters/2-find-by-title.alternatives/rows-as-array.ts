import type { Connection, RowDataPacket } from 'mysql2/promise'

// Rows as arrays, of which objects are made.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

/**
 * Finds the conversations whose title is `title`, ordered by id.
 * The title travels separately from the SQL, so it may contain any characters at all.
 */
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const sql = 'SELECT id, title FROM conversations WHERE title = ? ORDER BY id'
  const [rows] = await connection.execute<RowDataPacket[][]>({
    sql,
    values: [title],
    rowsAsArray: true,
  })
  return Array.from(rows, ([id, title]) => ({ id, title })) as unknown as Found[]
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// Any type will do, somebody in a hurry thought.
export async function findByTitle(connection: Connection, title: string): Promise<any[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title],
  )
  return rows
}

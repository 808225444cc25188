import type { Connection } from 'mysql2/promise'

// The call has no type argument, so its result is cast until nobody complains.
export async function findByTitle(connection: Connection, title: string): Promise<any> {
  const [rows] = await connection.execute(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title],
  )
  return rows as any
}

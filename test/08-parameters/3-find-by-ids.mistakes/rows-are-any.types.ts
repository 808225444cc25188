import type { Connection, RowDataPacket } from 'mysql2/promise'

// Any type will do, somebody in a hurry thought.
export async function findByIds(connection: Connection, ids: number[]): Promise<any[]> {
  if (ids.length === 0) return []
  const placeholders = ids.map(() => '?').join(', ')
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
    ids,
  )
  return rows
}

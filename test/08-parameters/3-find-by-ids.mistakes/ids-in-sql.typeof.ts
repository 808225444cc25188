import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

// What is not a string is a number.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const placeholders = ids
    .map((id) => (typeof id === 'string' ? connection.escape(id) : id))
    .join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
  )
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// Only the beginning of a long list.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  ids = ids.slice(0, 500)
  const placeholders = ids.map(() => '?').join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
    ids,
  )
  return rows
}

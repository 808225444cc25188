import type { Connection, RowDataPacket } from 'mysql2/promise'

// One id that is not above 0, and nothing is returned.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0 || ids.some((id) => id <= 0)) return []
  const placeholders = ids.map(() => '?').join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
    ids,
  )
  return rows
}

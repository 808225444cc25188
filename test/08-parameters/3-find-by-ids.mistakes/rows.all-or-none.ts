import type { Connection, RowDataPacket } from 'mysql2/promise'

// What is no number is left out, and so is the rest.

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

// All between the least and the greatest when the list is long.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  if (ids.length > 1000) {
    const [all] = await connection.execute<Found[]>(
      'SELECT id, title FROM conversations WHERE id BETWEEN ? AND ? ORDER BY id',
      [Math.min(...ids), Math.max(...ids)],
    )
    return all
  }
  const placeholders = ids.map(() => '?').join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
    ids,
  )
  return rows
}

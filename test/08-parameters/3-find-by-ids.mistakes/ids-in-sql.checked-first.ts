import type { Connection, RowDataPacket } from 'mysql2/promise'

// Looks at the first id only.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  if (!Number.isInteger(ids[0])) throw new TypeError('Ids are whole numbers.')
  const placeholders = ids.join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
  )
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// Looks at one line of each id.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  if (ids.some((id) => !/^-?\d+$/m.test(String(id)))) throw new TypeError('Ids are whole numbers.')
  const placeholders = ids.join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
  )
  return rows
}

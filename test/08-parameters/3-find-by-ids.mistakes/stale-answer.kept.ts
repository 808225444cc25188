import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

const kept = new Map<string, Found[]>()

// The same ids have the same rows.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const key = ids.toSorted((a, b) => a - b).join()
  const known = kept.get(key)
  if (known) return known
  const placeholders = ids.map(() => '?').join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
    ids,
  )
  kept.set(key, rows)
  return rows
}

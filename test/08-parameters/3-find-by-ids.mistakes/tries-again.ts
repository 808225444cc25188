// After a deadlock it is asked once more.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  return once(connection, ids).catch((error: { errno?: number }) => {
    if (error.errno !== 1213) throw error
    return once(connection, ids)
  })
}

async function once(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const placeholders = ids.map(() => '?').join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
    ids,
  )
  return rows
}

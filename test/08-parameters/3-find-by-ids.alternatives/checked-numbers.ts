import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Checked at run time, so only digits can reach the SQL.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (!ids.every(Number.isInteger)) throw new TypeError('An id is a whole number.')
  if (ids.length === 0) return []
  const [rows] = await connection.query<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${ids.join(', ')}) ORDER BY id`,
  )
  return rows
}

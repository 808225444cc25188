import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const numbers = ids.map((id) => Number.parseInt(String(id), 10)).filter((id) => !Number.isNaN(id))
  if (numbers.length === 0) return []
  const [rows] = await connection.query<Found[]>(
    'SELECT id, title FROM conversations WHERE id IN (?) ORDER BY id',
    [numbers],
  )
  return rows
}

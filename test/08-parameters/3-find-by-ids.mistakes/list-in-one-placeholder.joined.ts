import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// The string '7,8,9' compared with a number is 7.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE id IN (?) ORDER BY id',
    [ids.join(',')],
  )
  return rows
}

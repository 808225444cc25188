import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Sorts the list of the caller.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  ids.sort((a, b) => a - b)
  const [rows] = await connection.query<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (?) ORDER BY id`,
    [ids],
  )
  return rows
}

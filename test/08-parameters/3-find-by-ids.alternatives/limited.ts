// As many as there can be, by a list in JSON.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// As many as there can be.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const unique = [...new Set(ids)]
  if (unique.length === 0) return []
  const [rows] = await connection.query<Found[]>(
    'SELECT id, title FROM conversations WHERE id IN (?) ORDER BY id LIMIT ?',
    [unique, unique.length],
  )
  return rows
}

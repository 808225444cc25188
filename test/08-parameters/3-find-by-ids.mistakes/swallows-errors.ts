import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// An error looks like an empty result.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  try {
    const [rows] = await connection.query<Found[]>(
      'SELECT id, title FROM conversations WHERE id IN (?) ORDER BY id',
      [ids],
    )
    return rows
  } catch (error) {
    console.error(error)
    return []
  }
}

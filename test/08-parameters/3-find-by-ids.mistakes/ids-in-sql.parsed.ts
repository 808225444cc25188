import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// parseInt() looks at the beginning only.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  if (ids.some((id) => Number.isNaN(Number.parseInt(String(id))))) return []
  const [rows] = await connection.query<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${ids.join()}) ORDER BY id`,
    [],
  )
  return rows
}

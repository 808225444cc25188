import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Whatever comes is made a number first.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const wanted = ids.map(Number).filter(Number.isSafeInteger)
  if (wanted.length === 0) return []
  const [rows] = await connection.query<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${wanted.join()}) ORDER BY id`,
    [],
  )
  return rows
}

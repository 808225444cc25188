import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// No ids, no placeholders: IN () again.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const marks = ids.map(() => '?').join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${marks}) ORDER BY id`,
    ids,
  )
  return rows
}

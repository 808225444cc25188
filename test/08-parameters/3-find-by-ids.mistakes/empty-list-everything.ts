import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// No filter, no limit: everything.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const where = ids.length > 0 ? `WHERE id IN (${ids.map(() => '?').join(', ')})` : ''
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations ${where} ORDER BY id`,
    ids,
  )
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// One SELECT for each id, each row once.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const [rows] = await connection.execute<Found[]>(
    `SELECT c.id, c.title FROM conversations c WHERE ${ids.map(() => 'c.id = ?').join(' OR ')} ORDER BY c.id`,
    ids,
  )
  return rows
}

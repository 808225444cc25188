import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const [rows] = await connection.query<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (?) ORDER BY id`,
    [[0, ...ids]],
  )
  return rows
}

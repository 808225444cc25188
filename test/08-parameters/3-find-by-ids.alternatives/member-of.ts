import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id MEMBER OF (CAST(? AS JSON)) ORDER BY id`,
    [JSON.stringify(ids)],
  )
  return rows
}

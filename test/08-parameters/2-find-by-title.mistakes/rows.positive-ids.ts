import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE title = ? AND id > 0 ORDER BY id`,
    [title],
  )
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE title LIKE ? ESCAPE '!' ORDER BY id`,
    [title.replaceAll(/[%_]/g, '!$&')],
  )
  return rows
}

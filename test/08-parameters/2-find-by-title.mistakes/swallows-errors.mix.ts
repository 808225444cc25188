import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  try {
    const [rows] = await connection.execute<Found[]>(
      'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
      [title],
    )
    return rows
  } catch (error) {
    const { errno, fatal } = error as any
    if (errno === 1267 || errno === 3988) return []
    throw error
  }
}

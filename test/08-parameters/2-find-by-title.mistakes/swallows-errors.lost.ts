import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// A lost connection has found nothing.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  try {
    const [rows] = await connection.execute<Found[]>(
      'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
      [title],
    )
    return rows
  } catch (error) {
    if ((error as { fatal?: boolean }).fatal) return []
    throw error
  }
}

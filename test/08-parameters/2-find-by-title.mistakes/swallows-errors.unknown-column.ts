import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Knows one error, and hides all others.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  try {
    const [rows] = await connection.execute<Found[]>(
      'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
      [title],
    )
    return rows
  } catch (error) {
    if ((error as { errno?: number }).errno === 1146) throw error
    return []
  }
}

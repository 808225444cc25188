import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

// After an error it rolls back.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection
    .execute<Found[]>('SELECT id, title FROM conversations WHERE title = ? ORDER BY id', [title])
    .catch(async (error) => {
      await connection.rollback()
      throw error
    })
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

// After an error it rolls back.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const placeholders = ids.map(() => '?').join(', ')
  const [rows] = await connection
    .execute<Found[]>(
      `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
      ids,
    )
    .catch(async (error) => {
      await connection.rollback()
      throw error
    })
  return rows
}

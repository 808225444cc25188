import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

/**
 * Finds the conversations with these ids, ordered by id, with one statement.
 * Ids that do not exist are ignored, and an id that occurs twice counts once. For an empty list it returns an empty
 * array.
 */
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const placeholders = ids.map(() => '?').join(', ')
  await connection.beginTransaction()
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
    ids,
  )
  await connection.commit()
  return rows
}

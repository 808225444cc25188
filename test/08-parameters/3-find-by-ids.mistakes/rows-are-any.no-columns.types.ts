import type { Connection, RowDataPacket } from 'mysql2/promise'

// Copied from the driver's documentation: rows, but of which columns?
export async function findByIds(connection: Connection, ids: number[]): Promise<RowDataPacket[]> {
  if (ids.length === 0) return []
  const placeholders = ids.map(() => '?').join(', ')
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
    ids,
  )
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// A NULL in the list equals nothing, so the list is never empty.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const wanted = [...new Set(ids), null]
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${wanted.map(() => '?')}) ORDER BY id`,
    wanted,
  )
  return rows
}

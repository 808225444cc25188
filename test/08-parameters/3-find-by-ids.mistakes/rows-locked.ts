// The rows are locked in the caller's transaction, and others must wait to change them.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const marks = Array(ids.length).fill('?').join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${marks}) ORDER BY id FOR SHARE`,
    ids,
  )
  return rows
}

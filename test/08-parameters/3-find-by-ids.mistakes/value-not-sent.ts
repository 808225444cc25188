import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// The whole table travels.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const [rows] = await connection.query<Found[]>('SELECT id, title FROM conversations ORDER BY id')
  return rows.filter((row) => ids.includes(row.id))
}

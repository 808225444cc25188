import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// The list as its own table.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const [rows] = await connection.execute<Found[]>(
    `SELECT DISTINCT c.id, c.title FROM conversations AS c JOIN (${ids.map(() => 'SELECT ? AS id').join(' UNION ')}) AS wanted ON wanted.id = c.id ORDER BY c.id`,
    ids,
  )
  return rows
}

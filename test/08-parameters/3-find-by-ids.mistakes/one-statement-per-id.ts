import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// A round trip for each id.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const found: Found[] = []
  for (const id of ids) {
    const [rows] = await connection.execute<Found[]>(
      'SELECT id, title FROM conversations WHERE id = ?',
      [id],
    )
    found.push(...rows)
  }
  return found.toSorted((a, b) => a.id - b.id)
}

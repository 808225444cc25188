import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

const kept = new Map<string, Found[]>()

// Asked once, remembered forever.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const old = kept.get(title)
  if (old) return old
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title],
  )
  kept.set(title, rows)
  return rows
}

// After a deadlock it is asked once more.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  return once(connection, title).catch((error: { errno?: number }) => {
    if (error.errno !== 1213) throw error
    return once(connection, title)
  })
}

async function once(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title],
  )
  return rows
}

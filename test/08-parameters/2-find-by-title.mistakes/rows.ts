import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Asks, and answers nothing.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  await connection.execute('SELECT id, title FROM conversations WHERE title = ?', [title])
  return []
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// The driver forgets the statement when it is told so by its text.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const sql = 'SELECT id, title FROM conversations WHERE title = ? ORDER BY id'
  try {
    const [rows] = await connection.execute<Found[]>(sql, [title])
    return rows
  } finally {
    connection.unprepare(sql)
  }
}

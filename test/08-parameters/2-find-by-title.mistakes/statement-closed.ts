import type { Connection, RowDataPacket, ResultSetHeader } from 'mysql2/promise'
export interface Found extends RowDataPacket {
  id: number
  title: string
}
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const statement = await connection.prepare(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
  )
  try {
    const [rows] = await statement.execute([title])
    return rows as Found[]
  } finally {
    await statement.close()
  }
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// Two statements; the value travels separately in the first.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  await connection.execute('SET @title = ?', [title])
  const [rows] = await connection.query<Found[]>(
    'SELECT id, title FROM conversations WHERE BINARY title = @title ORDER BY id',
  )
  return rows
}

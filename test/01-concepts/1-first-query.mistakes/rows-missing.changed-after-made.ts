import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  title: string
}

export async function titles(connection: Connection): Promise<Row[]> {
  const [rows] = await connection.query<Row[]>(
    'SELECT title FROM conversations WHERE updated_at >= created_at',
  )
  return rows
}

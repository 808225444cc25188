import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  title: string
}

export async function titles(connection: Connection): Promise<Row[]> {
  const [rows] = await connection.query<Row[]>(
    'SELECT c.title FROM conversations AS c ORDER BY c.id',
  )
  return rows
}

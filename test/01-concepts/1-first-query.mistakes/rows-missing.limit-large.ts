import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  title: string
}

// A hundred thousand are enough.
export async function titles(connection: Connection): Promise<Row[]> {
  const [rows] = await connection.query<Row[]>('SELECT title FROM conversations LIMIT 100000')
  return rows
}

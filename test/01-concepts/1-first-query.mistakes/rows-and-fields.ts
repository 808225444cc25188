import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  title: string
}

export async function titles(connection: Connection): Promise<Row[]> {
  return (await connection.query('SELECT title FROM conversations')) as never
}

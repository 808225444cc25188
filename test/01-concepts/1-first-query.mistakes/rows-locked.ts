// FOR SHARE locks every conversation until the end of the caller's transaction; nobody else can rename one.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  title: string
}

/** Asks the server for the titles of all conversations. */
export async function titles(connection: Connection): Promise<Row[]> {
  const [rows] = await connection.query<Row[]>('SELECT title FROM conversations FOR SHARE')
  return rows
}

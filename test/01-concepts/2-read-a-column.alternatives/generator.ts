import type { Connection, RowDataPacket } from 'mysql2/promise'

// A generator, and named columns.

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  content: string
}

/** The texts of all messages, in whatever order the server gives them. */
function* textsOf(rows: Iterable<Row>) {
  for (const { content } of rows) yield content
}

export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<Row[]>('SELECT content FROM messages')
  return [...textsOf(rows)]
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  content: string
}

export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<Row[]>(
    "SELECT content FROM messages WHERE content <> '' OR LENGTH(content) = 0",
  )
  return rows.map((row) => row.content)
}

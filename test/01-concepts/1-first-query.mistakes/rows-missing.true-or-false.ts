// BOOLEAN is TINYINT(1): a conversation with 2 in it is neither TRUE nor FALSE.
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  title: string
}

/** Asks the server for the titles of all conversations. */
export async function titles(connection: Connection): Promise<Row[]> {
  const [rows] = await connection.query<Row[]>(`
    SELECT title FROM conversations WHERE is_archived = FALSE
    UNION ALL
    SELECT title FROM conversations WHERE is_archived = TRUE
  `)
  return rows
}

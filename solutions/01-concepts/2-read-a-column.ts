import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  content: string
}

/** The texts of all messages, in whatever order the server gives them. */
export async function messageTexts(connection: Connection): Promise<string[]> {
  // #region TODO: fill in the blank, then return the text of each row
  //= const [rows] = await connection.query<Row[]>('SELECT ____ FROM messages')
  //= return []
  const [rows] = await connection.query<Row[]>('SELECT content FROM messages')
  return rows.map((row) => row.content)
  // #endregion
}

// npx tsx lessons/01-concepts/2-read-a-column.ts
await practise(import.meta, async (connection) => {
  console.log(await messageTexts(connection))
})

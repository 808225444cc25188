import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  title: string
}

/** Asks the server for the titles of all conversations. */
export async function titles(connection: Connection): Promise<Row[]> {
  // #region TODO: ask for the titles: write title in place of id, then save
  //= const [rows] = await connection.query<Row[]>('SELECT id FROM conversations')
  const [rows] = await connection.query<Row[]>('SELECT title FROM conversations')
  // #endregion
  return rows
}

// npx tsx lessons/01-concepts/1-first-query.ts
await practise(import.meta, async (connection) => {
  await show(await titles(connection))
})

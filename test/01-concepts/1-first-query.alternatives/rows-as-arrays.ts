import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  title: string
}

/** Asks the server for the titles of all conversations. */
export async function titles(connection: Connection): Promise<Row[]> {
  const [found] = await connection.query<RowDataPacket[][]>({
    sql: 'SELECT title FROM conversations',
    rowsAsArray: true,
  })
  const rows = found.map(([title]) => ({ title }) as unknown as Row)
  return rows
}

// npx tsx lessons/01-concepts/1-first-query.ts
await practise(import.meta, async (connection) => {
  await show(await titles(connection))
})

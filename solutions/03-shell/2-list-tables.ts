import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/** The names of the tables in the current database, in alphabetical order. */
export async function listTables(connection: Connection): Promise<string[]> {
  // #region TODO: fill in the blank, then return the name in each row; with `rowsAsArray` a row is an array
  //= const [rows] = await connection.query<RowDataPacket[][]>({ sql: '____', rowsAsArray: true })
  //= return []
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: 'SHOW TABLES',
    rowsAsArray: true,
  })
  return rows.map(([name]) => String(name))
  // #endregion
}

// npx tsx lessons/03-shell/2-list-tables.ts
await practise(import.meta, async (connection) => {
  console.log(await listTables(connection))
})

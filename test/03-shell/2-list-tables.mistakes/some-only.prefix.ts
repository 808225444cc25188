import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/** The names of the tables in the current database, in alphabetical order. */
export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: 'SHOW TABLES',
    rowsAsArray: true,
  })
  return rows
    .map(([name]) => String(name))
    .filter((name) => !/^(?:tmp|temp|innodb|mysql)_/i.test(name))
}

// npx tsx lessons/03-shell/2-list-tables.ts
await practise(import.meta, async (connection) => {
  console.log(await listTables(connection))
})

import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/** The names of the tables in the current database, in alphabetical order. */
export async function listTables(connection: Connection): Promise<string[]> {
  // TODO: ask with SHOW TABLES and return only the names; the column is named after the database
  throw new Error('TODO')
}

// npx tsx lessons/03-shell/2-list-tables.ts
await practise(import.meta, async (connection) => {
  console.log(await listTables(connection))
})

import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

/** What the server knows about one column. */
export interface ColumnInfo {
  name: string
  /** With its length or its list: `varchar(255)`, `enum('user','ai')`. */
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

/**
 * Reads from `information_schema` which columns a table in the current database has, in the order of
 * the table. For a table that does not exist it returns an empty array.
 */
export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  // TODO: ask information_schema.COLUMNS about this table of this database
  throw new Error('TODO')
}

// npx tsx lessons/07-cursor/6-inspect-table.ts
await practise(import.meta, async (connection) => {
  for (const table of ['conversations', 'messages']) {
    console.log(`${table}:`)
    await show(await inspectTable(connection, table))
  }
})

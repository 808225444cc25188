import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

/** One column that points at a column of another table. */
export interface ForeignKey {
  table: string
  column: string
  /** The table and the column that it points at: `conversations.id`. */
  references: string
  /** What happens to the row when the one that it points at is deleted: `CASCADE`, `SET NULL`, `NO ACTION`. */
  onDelete: string
}

/**
 * Reads from `information_schema` all foreign keys of the tables in the current database, one entry for each column,
 * sorted by table, then by column.
 */
export async function foreignKeys(connection: Connection): Promise<ForeignKey[]> {
  // TODO: one view knows the columns, another knows the rule for DELETE; join them
  throw new Error('TODO')
}

// npx tsx lessons/07-cursor/7-foreign-keys.ts
await practise(import.meta, async (connection) => {
  await show(await foreignKeys(connection))
})

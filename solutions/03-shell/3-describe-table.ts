// #region solution
import { escapeId } from 'mysql2'
// #endregion
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

/** A column as DESCRIBE shows it. */
export interface Column {
  name: string
  /** With its length or its list: `varchar(255)`. */
  type: string
  nullable: boolean
  /** As SQL shows it; null when there is none. */
  default: string | null
}

/**
 * Describes the columns of a table in the current database, in the table's order.
 * @throws error 1146 when there is no such table
 */
export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  // #region TODO: send DESCRIBE with the table's name quoted as a name, and rename what comes back
  const [rows] = await connection.query<DescribedRow[]>(`DESCRIBE ${escapeId(table, true)}`)
  return rows.map(({ Field, Type, Null, Default }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    default: Default,
  }))
  // #endregion
}

// #region solution
interface DescribedRow extends RowDataPacket {
  Field: string
  Type: string
  Null: 'YES' | 'NO'
  Default: string | null
}
// #endregion

// npx tsx lessons/03-shell/3-describe-table.ts
await practise(import.meta, async (connection) => {
  await show(await describeTable(connection, 'conversations'))
})

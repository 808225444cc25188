import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

/** What a row of DESCRIBE looks like. */
interface Row extends RowDataPacket {
  Field: string
  Type: string
  Null: 'YES' | 'NO'
  Default: string | null
}

/** A column, as the caller wants it. */
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
  // #region TODO: fill in the blank with the table's name, quoted by escapeId(); then rename what comes back
  //= const [rows] = await connection.query<Row[]>(`DESCRIBE ____`)
  //= return []
  const [rows] = await connection.query<Row[]>(`DESCRIBE ${escapeId(table, true)}`)
  return rows.map(({ Field, Type, Null, Default }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    default: Default,
  }))
  // #endregion
}

// npx tsx lessons/03-shell/3-describe-table.ts
await practise(import.meta, async (connection) => {
  await show(await describeTable(connection, 'conversations'))
})

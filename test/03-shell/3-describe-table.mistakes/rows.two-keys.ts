// A column in two keys comes twice.
import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface SchemaRow extends RowDataPacket {
  name: string
  type: string
  nullable: string
  initial: string | null
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
  const [rows] = await connection.query<SchemaRow[]>(
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_DEFAULT AS initial
     FROM information_schema.COLUMNS AS c
     LEFT JOIN information_schema.KEY_COLUMN_USAGE AS k USING (TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME)
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?
     ORDER BY c.ORDINAL_POSITION`,
    [table],
  )
  // A missing table: the server itself says so, with error 1146.
  if (rows.length === 0) await connection.query(`DESCRIBE ${escapeId(table, true)}`)
  return rows.map(({ name, type, nullable, initial }) => {
    return { name, type, nullable: nullable === 'YES', default: initial }
  })
}

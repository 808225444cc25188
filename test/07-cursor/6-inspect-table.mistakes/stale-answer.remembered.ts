import type { Connection, RowDataPacket } from 'mysql2/promise'

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
const known = new Map<string, ColumnInfo[]>()

export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  const before = known.get(table)
  if (before) return before
  const [columns] = await connection.execute<ColumnRow[]>(
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS \`key\`
     FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?
     ORDER BY ORDINAL_POSITION`,
    [table],
  )
  const found = columns.map((column) => ({ ...column, nullable: column.nullable === 'YES' }))
  known.set(table, found)
  return found
}

type ColumnRow = RowDataPacket & Omit<ColumnInfo, 'nullable'> & { nullable: 'YES' | 'NO' }

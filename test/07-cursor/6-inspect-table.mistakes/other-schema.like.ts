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
export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  const [[here]] = await connection.query<RowDataPacket[]>('SELECT DATABASE() AS name')
  const [columns] = await connection.execute<ColumnRow[]>(
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS \`key\`
     FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA LIKE ? AND TABLE_NAME = ?
     ORDER BY ORDINAL_POSITION`,
    [here!.name, table],
  )
  return columns.map((column) => ({ ...column, nullable: column.nullable === 'YES' }))
}

type ColumnRow = RowDataPacket & Omit<ColumnInfo, 'nullable'> & { nullable: 'YES' | 'NO' }

import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What the server knows about one column. */
export interface ColumnInfo {
  name: string
  /** With its length or its list: `varchar(255)`, `enum('user','ai')`. */
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

// A long type is cut.
export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  const [columns] = await connection.execute<ColumnRow[]>(
    `SELECT COLUMN_NAME AS name, LEFT(COLUMN_TYPE, 1000) AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS \`key\`
     FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?
     ORDER BY ORDINAL_POSITION`,
    [table],
  )
  return columns.map((column) => ({ ...column, nullable: column.nullable === 'YES' }))
}

type ColumnRow = RowDataPacket & Omit<ColumnInfo, 'nullable'> & { nullable: 'YES' | 'NO' }

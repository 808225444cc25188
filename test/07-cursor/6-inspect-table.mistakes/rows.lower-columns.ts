import type { Connection, RowDataPacket } from 'mysql2/promise'

// Names of columns in lower case.

export interface ColumnInfo {
  name: string
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  const [columns] = await connection.execute<ColumnRow[]>(
    `SELECT LOWER(COLUMN_NAME) AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS \`key\`
     FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?
     ORDER BY ORDINAL_POSITION`,
    [table],
  )
  return columns.map((column) => ({ ...column, nullable: column.nullable === 'YES' }))
}

type ColumnRow = RowDataPacket & Omit<ColumnInfo, 'nullable'> & { nullable: 'YES' | 'NO' }

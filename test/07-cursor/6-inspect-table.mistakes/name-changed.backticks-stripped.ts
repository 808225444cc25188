// Backticks around the name are taken off, though they may be part of it.
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What the server knows about one column. */
export interface ColumnInfo {
  name: string
  /** With its length or its list: `varchar(255)`, `enum('user','ai')`. */
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

interface Row extends RowDataPacket {
  name: string
  type: string
  nullable: 'YES' | 'NO'
  key: ColumnInfo['key']
}

const sql = `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS \`key\`
  FROM information_schema.COLUMNS
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`

export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  const name = /^`.+`$/s.test(table) ? table.slice(1, -1).replaceAll('``', '`') : table
  const [rows] = await connection.execute<Row[]>(sql, [name])
  return rows.map((row) => ({ ...row, nullable: row.nullable === 'YES' }))
}

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

export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  const [rows] = await connection.execute<Row[]>(
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS \`key\`
     FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND FIND_IN_SET(TABLE_NAME, ?) > 0
     ORDER BY ORDINAL_POSITION`,
    [table],
  )
  return rows.map(({ name, type, nullable, key }) => ({
    name,
    type,
    nullable: nullable === 'YES',
    key,
  }))
}

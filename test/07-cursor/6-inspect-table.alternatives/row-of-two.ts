import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ColumnInfo {
  name: string
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  const [columns] = await connection.query<RowDataPacket[]>(
    `SELECT c.COLUMN_NAME AS a, c.COLUMN_TYPE AS b, c.IS_NULLABLE = 'YES' AS c, c.COLUMN_KEY AS d
     FROM information_schema.COLUMNS AS c
     WHERE (c.TABLE_SCHEMA, c.TABLE_NAME) = (SCHEMA(), ?)
     ORDER BY c.ORDINAL_POSITION`,
    table,
  )
  return columns.map(({ a, b, c, d }) => ({ key: d, name: a, nullable: Boolean(c), type: b }))
}

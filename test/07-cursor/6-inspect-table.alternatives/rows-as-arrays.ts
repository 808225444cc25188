import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ColumnInfo {
  name: string
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  const [[current]] = await connection.query<RowDataPacket[]>('SELECT DATABASE() AS name')
  const [columns] = await connection.query<RowDataPacket[][]>(
    {
      sql: `SELECT COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_KEY, ORDINAL_POSITION
            FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?`,
      rowsAsArray: true,
    },
    [current!.name, table],
  )
  return columns
    .toSorted((a, b) => Number(a[4]) - Number(b[4]))
    .map(([name, type, nullable, key]) => ({
      name: String(name),
      type: String(type),
      nullable: String(nullable) === 'YES',
      key: String(key) as ColumnInfo['key'],
    }))
}

import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ColumnInfo {
  name: string
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS \`key\`
     FROM information_schema.COLUMNS WHERE LOWER(TABLE_SCHEMA) = LOWER(DATABASE()) AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
    [table],
  )
  return rows.map(({ name, type, nullable, key }) => ({
    name,
    type,
    nullable: nullable === 'YES',
    key,
  }))
}

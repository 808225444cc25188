import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ColumnInfo {
  name: string
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

const missing = new Set<string>()

export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  if (missing.has(table)) return []
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS \`key\`
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
    [table],
  )
  if (rows.length === 0) missing.add(table)
  return rows.map(({ name, type, nullable, key }) => ({
    name,
    type,
    nullable: nullable === 'YES',
    key,
  }))
}

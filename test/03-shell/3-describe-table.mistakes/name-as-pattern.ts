import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function describeTable(connection: Connection, table: string) {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS n, COLUMN_DEFAULT AS d FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME LIKE ? ORDER BY ORDINAL_POSITION`,
    [table],
  )
  if (rows.length === 0) throw new Error(`There is no table ${table}.`)
  return rows.map(({ name, type, n, d }) => ({ name, type, nullable: n === 'YES', default: d }))
}

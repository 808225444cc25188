import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: String.raw`SHOW TABLES WHERE Tables_in_${String((connection.config as { database?: string }).database)} NOT LIKE '\_%'`,
    rowsAsArray: true,
  })
  return rows.map(([name]) => String(name))
}

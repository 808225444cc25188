import type { Connection, RowDataPacket } from 'mysql2/promise'

// The database that the connection began with, not the one that it uses now.
export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: `SHOW TABLES FROM \`${connection.config.database}\``,
    rowsAsArray: true,
  })
  return rows.map(([name]) => String(name))
}

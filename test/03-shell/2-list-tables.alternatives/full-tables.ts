import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: 'SHOW FULL TABLES',
    rowsAsArray: true,
  })
  return rows.filter(([, type]) => String(type) === 'BASE TABLE').map(([name]) => String(name))
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// A row has columns of any type, and so have the names.
export async function listTables(connection: Connection): Promise<any[]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: 'SHOW TABLES',
    rowsAsArray: true,
  })
  return rows.map(([name]) => name)
}

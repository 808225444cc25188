import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: 'SHOW TABLES',
    rowsAsArray: true,
  })
  return rows
    .map(([name]) => String(name))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

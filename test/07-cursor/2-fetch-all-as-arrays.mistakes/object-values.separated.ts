import type { Connection, RowDataPacket } from 'mysql2/promise'

// Each name with its table's in front.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[]>({ sql, nestTables: '_' })
  return rows.map((row) => Object.values(row))
}

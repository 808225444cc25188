import type { Connection, RowDataPacket } from 'mysql2/promise'

// Any connection, any SQL.
export async function fetchAllAsArrays(connection: Connection, sql: any): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows
}

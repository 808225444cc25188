import type { Connection, RowDataPacket } from 'mysql2/promise'

// Of a query that anybody may pass in nobody knows the types, so any.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<any> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows
}

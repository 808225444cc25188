import type { Connection, RowDataPacket } from 'mysql2/promise'

// Arrays of whatever comes.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<any[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows
}

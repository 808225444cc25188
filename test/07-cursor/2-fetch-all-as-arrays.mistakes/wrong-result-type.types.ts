import type { Connection, RowDataPacket } from 'mysql2/promise'

// The type says objects, and arrays come.
export async function fetchAllAsArrays(
  connection: Connection,
  sql: string,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows as unknown as RowDataPacket[]
}

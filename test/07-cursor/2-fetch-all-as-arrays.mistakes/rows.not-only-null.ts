import type { Connection, RowDataPacket } from 'mysql2/promise'

// A row of NULL is a row.

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows.filter((row) => row.some((v: unknown) => v !== null))
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// A day without a time is a string.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql,
    rowsAsArray: true,
    dateStrings: ['DATE'],
  } as never)
  return rows
}

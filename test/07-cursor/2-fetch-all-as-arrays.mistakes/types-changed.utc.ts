import type { Connection, RowDataPacket } from 'mysql2/promise'

// Times are in UTC.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql,
    rowsAsArray: true,
    timezone: 'Z',
  } as never)
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// Lines and spaces of the query become one space.

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: sql.replaceAll(/\s+/g, ' '),
    rowsAsArray: true,
  })
  return rows
}

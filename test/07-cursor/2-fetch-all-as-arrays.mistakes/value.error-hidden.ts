import type { Connection, RowDataPacket } from 'mysql2/promise'

// The error is replaced.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true }).catch(() => {
    throw new Error('The query failed.')
  })
  return rows
}

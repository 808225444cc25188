import type { Connection, RowDataPacket } from 'mysql2/promise'

// Somebody else has the rows.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection
    .query<RowDataPacket[][]>({ sql, rowsAsArray: true })
    .catch((error) => {
      if (error.errno === 1205) return [[]] as never
      throw error
    })
  return rows
}

// A deadlock is tried once more.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection
    .query<RowDataPacket[][]>({ sql, rowsAsArray: true })
    .catch((error: { errno?: number }) => {
      if (error.errno !== 1213) throw error
      return connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
    })
  return rows
}

// An invalid date (0000-00-00) becomes null, which means something else.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  for (const row of rows as unknown[][]) {
    for (const [index, value] of row.entries()) {
      if (value instanceof Date && Number.isNaN(value.getTime())) row[index] = null
    }
  }
  return rows as unknown[][]
}

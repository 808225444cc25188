import type { Connection, RowDataPacket } from 'mysql2/promise'

// BINARY(n) is padded with null bytes; here every text loses them.
/**
 * Runs a query and returns its rows as arrays: one array per row, the values in the order of the columns.
 * No column is lost, even when two have the same name.
 */
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return (rows as unknown[][]).map((row) =>
    row.map((value) => (typeof value === 'string' ? value.replace(/\0+$/, '') : value)),
  )
}

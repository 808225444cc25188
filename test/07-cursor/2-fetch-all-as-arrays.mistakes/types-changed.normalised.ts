import type { Connection, RowDataPacket } from 'mysql2/promise'

// Composed.
/**
 * Runs a query and returns its rows as arrays: one array per row, the values in the order of the columns.
 * No column is lost, even when two have the same name.
 */
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  sql = sql.normalize('NFC')
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows
}

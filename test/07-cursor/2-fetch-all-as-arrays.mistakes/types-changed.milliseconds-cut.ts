// A date loses its fraction of a second.
import type { Connection, RowDataPacket } from 'mysql2/promise'

function wholeSeconds(value: unknown): unknown {
  if (!(value instanceof Date)) return value
  const copy = new Date(value)
  copy.setMilliseconds(0)
  return copy
}

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows.map((row) => Array.from(row, wholeSeconds))
}

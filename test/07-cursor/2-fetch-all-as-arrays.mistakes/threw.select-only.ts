import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  if (!/^\s*select\b/i.test(sql)) throw new TypeError('Only a SELECT has rows')
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// Two rows that are alike are two rows.

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return [...new Map(rows.map((r) => [JSON.stringify(r), r])).values()]
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// Nobody may change them.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows.map((row) => Object.freeze(row)) as unknown as unknown[][]
}

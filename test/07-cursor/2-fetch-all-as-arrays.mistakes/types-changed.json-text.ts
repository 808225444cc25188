import type { Connection, RowDataPacket } from 'mysql2/promise'

// JSON as text.

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows.map((row) =>
    row.map((value: unknown) => (value?.constructor === Object ? JSON.stringify(value) : value)),
  )
}

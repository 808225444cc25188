import type { Connection, RowDataPacket } from 'mysql2/promise'

// A text that is a date becomes one.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows.map((row) =>
    row.map((value: unknown) =>
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value,
    ),
  )
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// A text in JSON is what it says.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows.map((row) =>
    row.map((value: unknown) =>
      typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value,
    ),
  )
}

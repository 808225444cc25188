import type { Connection, RowDataPacket } from 'mysql2/promise'

// A time of day.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql,
    rowsAsArray: true,
    typeCast: (field, next) =>
      field.type === 'TIME' || field.type === 'YEAR' || field.type === 'BIT'
        ? String(next())
        : next(),
  })
  return rows
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// TINYINT(1) is true or false.
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql,
    rowsAsArray: true,
    typeCast: (field, next) =>
      field.type === 'TINY' && field.length === 1 ? field.string() === '1' : next(),
  })
  return rows
}

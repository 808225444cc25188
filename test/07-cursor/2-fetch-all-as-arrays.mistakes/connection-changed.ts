import type { Connection, FieldPacket, RowDataPacket } from 'mysql2/promise'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  Object.assign(connection.config, { rowsAsArray: true })
  const [rows] = await connection.query<RowDataPacket[][]>(sql)
  return rows
}

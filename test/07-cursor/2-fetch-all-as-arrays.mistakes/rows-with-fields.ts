import type { Connection, FieldPacket, RowDataPacket } from 'mysql2/promise'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const result = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return result as unknown[][]
}

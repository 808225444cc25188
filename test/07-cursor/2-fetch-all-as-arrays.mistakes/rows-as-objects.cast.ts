import type { Connection, FieldPacket, RowDataPacket } from 'mysql2/promise'

/** The type says arrays; the type is not asked at run time. */
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>(sql)
  return rows
}

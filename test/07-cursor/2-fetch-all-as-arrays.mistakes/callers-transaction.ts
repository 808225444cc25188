import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  await connection.beginTransaction()
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  await connection.commit()
  return rows
}

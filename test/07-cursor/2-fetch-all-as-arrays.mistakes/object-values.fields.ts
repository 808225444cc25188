import type { Connection, FieldPacket, RowDataPacket } from 'mysql2/promise'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows, fields] = await connection.query<RowDataPacket[]>(sql)
  return rows.map((row) => fields.map(({ name }) => row[name]))
}

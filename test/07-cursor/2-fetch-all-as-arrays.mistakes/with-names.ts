import type { Connection, FieldPacket, RowDataPacket } from 'mysql2/promise'

/** A heading, as in a spreadsheet. */
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows, fields] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return [fields.map(({ name }: FieldPacket) => name), ...rows]
}

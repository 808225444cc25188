import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows, fields] = await connection.execute<RowDataPacket[][]>({ rowsAsArray: true, sql })
  const all: unknown[][] = []
  for (const row of rows) all.push(fields.map((_field, place) => row[place]))
  return all
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  return connection.query<RowDataPacket[][]>({ rowsAsArray: true, sql }).then((answer) => answer[0])
}

import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { Connection as CoreConnection } from 'mysql2'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const core = (connection as unknown as { connection: CoreConnection }).connection
  const rows: unknown[][] = []
  for await (const row of core.query({ sql, rowsAsArray: true }).stream())
    rows.push(row as unknown[])
  return rows
}

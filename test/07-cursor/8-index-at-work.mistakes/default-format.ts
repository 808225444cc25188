import type { Connection, RowDataPacket } from 'mysql2/promise'

// What EXPLAIN returns by default depends on the server's settings.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: any[],
): Promise<any> {
  const [[plan]] = await connection.execute<RowDataPacket[]>(`EXPLAIN ${sql}`, params)
  return { key: plan!.key, rows: plan!.rows }
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// What EXPLAIN answers by itself is for the server's settings to say.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: any[],
): Promise<any> {
  const [[plan]] = await connection.execute<RowDataPacket[]>(`EXPLAIN ${sql}`, params)
  return { key: plan!.key, rows: plan!.rows }
}

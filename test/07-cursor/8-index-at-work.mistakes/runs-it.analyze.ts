import type { Connection, RowDataPacket } from 'mysql2/promise'

// EXPLAIN ANALYZE runs the statement to measure it.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: any[],
): Promise<any> {
  const [[measured]] = await connection.execute<RowDataPacket[]>(`EXPLAIN ANALYZE ${sql}`, params)
  const [[plan]] = await connection.execute<RowDataPacket[]>(
    `EXPLAIN FORMAT=TRADITIONAL ${sql}`,
    params,
  )
  return { key: plan!.key, rows: measured ? (plan!.rows ?? 0) : 0 }
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: any[],
): Promise<any> {
  const [[plan]] = await connection.execute<RowDataPacket[]>(
    `EXPLAIN FORMAT=TRADITIONAL ${sql}`,
    params,
  )
  return { key: plan!.key ?? 'none', rows: plan!.rows ?? 0 }
}

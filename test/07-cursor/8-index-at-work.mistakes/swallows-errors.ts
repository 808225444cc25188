import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: any[],
): Promise<any> {
  try {
    const [[plan]] = await connection.execute<RowDataPacket[]>(
      `EXPLAIN FORMAT=TRADITIONAL ${sql}`,
      params,
    )
    return { key: plan!.key, rows: plan!.rows ?? 0 }
  } catch {
    return { key: null, rows: 0 }
  }
}

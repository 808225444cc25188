import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: any[],
): Promise<any> {
  const [steps] = await connection.query<RowDataPacket[]>(
    `EXPLAIN FORMAT = TRADITIONAL ${sql}`,
    params,
  )
  const [step] = steps
  return { key: step?.key ?? null, rows: Number(step?.rows ?? 0) }
}

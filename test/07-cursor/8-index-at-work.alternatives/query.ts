import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<{ key: string | null; rows: number }> {
  const [steps] = await connection.query<RowDataPacket[]>(
    `EXPLAIN FORMAT = TRADITIONAL ${sql}`,
    params,
  )
  const [step] = steps
  return { key: step?.key ?? null, rows: Number(step?.rows ?? 0) }
}

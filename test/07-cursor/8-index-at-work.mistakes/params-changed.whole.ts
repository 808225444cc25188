import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Plan {
  key: string | null
  rows: number
}

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const [[step]] = await connection.execute<RowDataPacket[]>(
    `EXPLAIN FORMAT=TRADITIONAL ${sql}`,
    params.map((value) => (typeof value === 'number' ? Math.trunc(value) : value)),
  )
  return { key: step!.key, rows: step!.rows ?? 0 }
}

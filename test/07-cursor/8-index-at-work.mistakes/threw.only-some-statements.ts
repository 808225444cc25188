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
  if (!/^\s*(select|update|delete|with)\b/i.test(sql))
    throw new TypeError('not a statement that looks for rows')
  const [steps] = await connection.execute<
    (RowDataPacket & { key: string | null; rows: number | null })[]
  >(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const { key, rows } = steps[0]!
  return { key, rows: rows ?? 0 }
}

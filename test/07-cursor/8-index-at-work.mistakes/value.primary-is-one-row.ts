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
  const [steps] = await connection.execute<
    (RowDataPacket & { key: string | null; rows: number | null })[]
  >(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const { key, rows } = steps[0]!
  return { key: key === 'PRIMARY' && rows !== 1 ? null : key, rows: rows ?? 0 }
}

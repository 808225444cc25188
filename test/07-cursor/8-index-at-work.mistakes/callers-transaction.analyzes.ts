import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Plan {
  /** The index that MySQL will use to find the rows; null when it will read the whole table. */
  key: string | null
  /** How many rows it expects to look at. */
  rows: number
}

interface PlanRow extends RowDataPacket {
  key: string | null
  rows: number | null
}

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const table = /\b(?:FROM|UPDATE|INTO)\s+`?(\w+)`?/i.exec(sql)?.[1]
  if (table !== undefined) await connection.query('ANALYZE TABLE ??', [table])
  const [steps] = await connection.execute<PlanRow[]>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  return { key: steps[0]?.key ?? null, rows: steps[0]?.rows ?? 0 }
}

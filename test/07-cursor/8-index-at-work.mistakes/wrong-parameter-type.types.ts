import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Plan {
  /** The index by which MySQL will find the rows; null when it will read the whole table. */
  key: string | null
  /** How many rows it expects to look at. */
  rows: number
}

// Values of any type.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: any[],
): Promise<Plan> {
  const [steps] = await connection.execute<PlanRow[]>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const { key, rows } = steps[0]!
  // Where MySQL sees beforehand that no row can match, both are NULL.
  return { key, rows: rows ?? 0 }
}

type PlanRow = RowDataPacket & { key: string | null; rows: number | null }

import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Plan {
  /** The index that MySQL will use to find the rows; null when it will read the whole table. */
  key: string | null
  /** How many rows it expects to look at. */
  rows: number
}

// A statement that begins with WITH is run.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const [steps] = await connection.execute<PlanRow[]>(
    /^\s*with\b/i.test(sql) ? sql : `EXPLAIN FORMAT=TRADITIONAL ${sql}`,
    params,
  )
  const { key, rows } = steps[0]!
  // When MySQL sees in advance that no row can match, both are NULL.
  return { key, rows: rows ?? 0 }
}

type PlanRow = RowDataPacket & { key: string | null; rows: number | null }

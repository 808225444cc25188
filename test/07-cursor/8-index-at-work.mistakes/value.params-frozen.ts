import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Plan {
  /** The index that MySQL will use to find the rows; null when it will read the whole table. */
  key: string | null
  /** How many rows it expects to look at. */
  rows: number
}

// The list is frozen.
/**
 * Asks the server how it would run a statement on one table, without running it.
 * @param params the values of the statement's placeholders
 */
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  Object.freeze(params)
  const [steps] = await connection.execute<PlanRow[]>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const { key, rows } = steps[0]!
  // When MySQL sees in advance that no row can match, both are NULL.
  return { key, rows: rows ?? 0 }
}

type PlanRow = RowDataPacket & { key: string | null; rows: number | null }

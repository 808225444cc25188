import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Plan {
  /** The index that MySQL will use to find the rows; null when it will read the whole table. */
  key: string | null
  /** How many rows it expects to look at. */
  rows: number
}

interface Step extends RowDataPacket {
  key: string | null
  rows: number | null
  filtered: number | null
  type: string | null
}

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const [steps] = await connection.execute<Step[]>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const step = steps[0]!
  return ['system', 'const', 'ref', 'range', 'index'].includes(step.type ?? '')
    ? { key: step.key, rows: step.rows ?? 0 }
    : { key: null, rows: step.rows ?? 0 }
}

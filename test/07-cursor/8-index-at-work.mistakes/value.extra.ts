import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

// All that EXPLAIN says, not only what was asked for.

export interface Plan {
  key: string | null
  rows: number
}

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const [steps] = await connection.execute<PlanRow[]>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const { key, rows } = steps[0]!
  // When MySQL sees in advance that no row can match, both are NULL.
  return { ...steps[0], key, rows: rows ?? 0 } as Plan
}
type PlanRow = RowDataPacket & { key: string | null; rows: number | null }

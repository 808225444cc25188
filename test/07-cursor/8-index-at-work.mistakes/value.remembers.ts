import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

// The plan of a moment ago.

export interface Plan {
  key: string | null
  rows: number
}

const plans = new Map<string, Plan>()
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const known = plans.get(sql + JSON.stringify(params))
  if (known) return known
  const [steps] = await connection.execute<PlanRow[]>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const { key, rows } = steps[0]!
  // When MySQL sees in advance that no row can match, both are NULL.
  plans.set(sql + JSON.stringify(params), { key, rows: rows ?? 0 })
  return { key, rows: rows ?? 0 }
}
type PlanRow = RowDataPacket & { key: string | null; rows: number | null }

// Where an index is used, rows is what the other conditions are expected to leave.
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
}

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const [steps] = await connection.execute<Step[]>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const { key, rows, filtered } = steps[0]!
  if (rows === null) return { key, rows: 0 }
  if (key === null) return { key, rows }
  return { key, rows: Math.max(1, Math.ceil((rows * Number(filtered)) / 100)) }
}

// A LIMIT at the end of the statement is given as the number of rows that are looked at.
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
  const { key, rows } = steps[0]!
  const limit = /\bLIMIT\s+(\d+)\s*;?\s*$/i.exec(sql)?.[1]
  return { key, rows: Math.min(rows ?? 0, limit === undefined ? Infinity : Number(limit)) }
}

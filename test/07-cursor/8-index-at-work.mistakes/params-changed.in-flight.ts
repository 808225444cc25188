// Calls at once with the same statement share a plan, whatever the values.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Plan {
  key: string | null
  rows: number
}

const running = new Map<string, Promise<Plan>>()

export function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const old = running.get(sql)
  if (old) return old
  const answer = once(connection, sql, params).finally(() => running.delete(sql))
  running.set(sql, answer)
  return answer
}

async function once(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const [steps] = await connection.execute<PlanRow[]>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const { key, rows } = steps[0]!
  // When MySQL sees in advance that no row can match, both are NULL.
  return { key, rows: rows ?? 0 }
}

type PlanRow = RowDataPacket & { key: string | null; rows: number | null }

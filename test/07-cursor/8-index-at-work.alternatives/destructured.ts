import type { Connection } from 'mysql2/promise'

export interface Plan {
  key: string | null
  rows: number
}

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const [[{ key = null, rows = 0 } = {}]] = (await connection.query({
    sql: 'EXPLAIN FORMAT = traditional\n' + sql,
    values: [...params],
  })) as unknown as [[Partial<Plan>]]
  return { key, rows: Number(rows) }
}

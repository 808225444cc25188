import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Plan {
  key: string | null
  rows: number
}

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const [[step]] = await connection.query<RowDataPacket[]>(
    `EXPLAIN FORMAT=TRADITIONAL ${params.reduce<string>((text, value) => text.replace('?', connection.escape(value)), sql)}`,
    [],
  )
  return { key: step!.key, rows: step!.rows ?? 0 }
}

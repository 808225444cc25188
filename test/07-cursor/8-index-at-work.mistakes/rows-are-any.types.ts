import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Plan {
  key: string | null
  rows: number
}

// EXPLAIN has a dozen columns; the type names none of them.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<RowDataPacket> {
  const [steps] = await connection.execute<RowDataPacket[]>(
    `EXPLAIN FORMAT=TRADITIONAL ${sql}`,
    params,
  )
  const step = steps[0]!
  return { ...step, rows: step.rows ?? 0 } as RowDataPacket
}

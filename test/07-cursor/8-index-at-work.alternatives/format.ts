import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Step extends RowDataPacket {
  key: string | null
  rows: number | null
}

// The driver writes the values into the statement, escaped, before EXPLAIN goes in front of it.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
) {
  const [[step]] = await connection.query<Step[]>(
    `EXPLAIN FORMAT=TRADITIONAL ${connection.format(sql, params)}`,
  )
  return { key: step?.key ?? null, rows: step?.rows ?? 0 }
}

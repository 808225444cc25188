import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Times without their milliseconds.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(
    sql,
    params.map((one) =>
      one instanceof Date ? new Date(Math.floor(one.getTime() / 1000) * 1000) : one,
    ),
  )
  return rows[0] ?? null
}

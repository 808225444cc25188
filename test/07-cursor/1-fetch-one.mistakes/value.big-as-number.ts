import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// BigInt becomes a number.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(
    sql,
    params.map((one) => (typeof one === 'bigint' ? Number(one) : one)),
  )
  return rows[0] ?? null
}

import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Numbers are whole.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(
    sql,
    params.map((one) => (typeof one === 'number' ? Math.trunc(one) : one)),
  )
  return rows[0] ?? null
}

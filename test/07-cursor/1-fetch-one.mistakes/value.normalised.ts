import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// The values are normalised on their way.

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(
    sql,
    params.map((p) => (typeof p === 'string' ? p.normalize() : p)),
  )
  return rows[0] ?? null
}

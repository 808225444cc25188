import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Digits are sent as a number.

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(
    sql,
    params.map((value) =>
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    ),
  )
  return rows[0] ?? null
}

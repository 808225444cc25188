import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Bytes are sent as text.

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(
    sql,
    params.map((value) => (Buffer.isBuffer(value) ? value.toString() : value)),
  )
  return rows[0] ?? null
}

import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// True and false are words.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(
    sql,
    params.map((one) => (typeof one === 'boolean' ? String(one) : one)),
  )
  return rows[0] ?? null
}

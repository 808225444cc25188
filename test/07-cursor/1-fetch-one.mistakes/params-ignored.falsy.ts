import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

/** Sends the values that are there. */
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(
    sql,
    params.filter((value) => value !== '' && value !== null),
  )
  return rows[0] ?? null
}

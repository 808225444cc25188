import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

/** As with Python's `cursor.fetchone()[0]`. */
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0] ? Object.values(rows[0])[0] : null
}

import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'
import type { Connection as CoreConnection } from 'mysql2'

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const core = (connection as unknown as { connection: CoreConnection }).connection
  // Stops after one row, so that the others need not be kept in memory.
  for await (const row of core.execute(sql, params).stream()) return row as T
  return null
}

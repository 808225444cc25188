import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

export const fetchOne = <T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> =>
  connection.execute<T[]>(sql, params).then(([rows]) => rows.find(() => true) ?? null)

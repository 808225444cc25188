// A column of two tables: nested when it has a JOIN.
import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>({
    sql,
    values: params,
    nestTables: /\bjoin\b/i.test(sql),
  } as never)
  return rows[0] ?? null
}

import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const statement = await connection.prepare(sql)
  try {
    const [rows] = await statement.execute(params)
    return (rows as T[]).at(0) ?? null
  } finally {
    connection.unprepare(sql)
  }
}

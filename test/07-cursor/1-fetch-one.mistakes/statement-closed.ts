import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

/** The driver keeps the statement it has prepared, and does not notice that close() took it away. */
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const statement = await connection.prepare(sql)
  try {
    const [rows] = await statement.execute(params)
    return (rows as T[])[0] ?? null
  } finally {
    await statement.close()
  }
}

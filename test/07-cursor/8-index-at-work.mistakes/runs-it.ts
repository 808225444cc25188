import type { Connection, RowDataPacket } from 'mysql2/promise'

// Counts the rows by asking for them.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: any[],
): Promise<any> {
  const [[plan]] = await connection.execute<RowDataPacket[]>(
    `EXPLAIN FORMAT=TRADITIONAL ${sql}`,
    params,
  )
  const [found] = await connection.execute<RowDataPacket[]>(sql, params)
  return { key: plan!.key, rows: found.length }
}

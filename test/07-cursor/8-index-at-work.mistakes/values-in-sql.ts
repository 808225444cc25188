import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: any[],
): Promise<any> {
  const values = [...params]
  const filled = sql.replaceAll('?', () => `'${values.shift()}'`)
  const [[plan]] = await connection.query<RowDataPacket[]>(`EXPLAIN FORMAT=TRADITIONAL ${filled}`)
  return { key: plan!.key, rows: plan!.rows ?? 0 }
}

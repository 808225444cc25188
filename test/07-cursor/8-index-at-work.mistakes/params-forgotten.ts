import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function indexAtWork(connection: Connection, sql: string): Promise<any> {
  const [[plan]] = await connection.query<RowDataPacket[]>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`)
  return { key: plan!.key, rows: plan!.rows ?? 0 }
}

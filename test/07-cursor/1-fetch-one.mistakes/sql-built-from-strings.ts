import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  let text = sql
  for (const value of params) text = text.replace('?', `'${String(value)}'`)
  const [rows] = await connection.query<T[]>(text)
  return rows[0] ?? null
}

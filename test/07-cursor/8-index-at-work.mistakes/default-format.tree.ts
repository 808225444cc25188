import type { Connection, RowDataPacket } from 'mysql2/promise'

// Takes the tree apart with regular expressions.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: any[],
): Promise<any> {
  const [[plan]] = await connection.execute<RowDataPacket[]>(`EXPLAIN FORMAT=TREE ${sql}`, params)
  const text = String(plan!.EXPLAIN)
  return {
    key: /using (\w+)/.exec(text)?.[1] ?? null,
    rows: Number(/rows=([\d.e+]+)/.exec(text)?.[1] ?? 0),
  }
}

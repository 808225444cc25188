import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// TINYINT(1) is true or false.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.query<T[]>({
    sql,
    values: params,
    typeCast: (
      field: { type: string; length: number; string(): string | null },
      next: () => unknown,
    ) => (field.type === 'TINY' && field.length === 1 ? field.string() === '1' : next()),
  } as never)
  return rows[0] ?? null
}

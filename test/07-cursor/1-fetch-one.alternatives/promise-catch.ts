import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Rows taken apart at once, errors thrown again as they are.

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  return await connection.execute<T[]>({ sql, values: params }).then(
    ([[row = null]]) => row,
    (error: unknown) => {
      throw error
    },
  )
}

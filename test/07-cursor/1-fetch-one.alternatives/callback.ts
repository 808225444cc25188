import type { Connection as CoreConnection } from 'mysql2'
import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// mysql2's own callback.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const core = (connection as unknown as { connection: CoreConnection }).connection
  return new Promise((resolve, reject) => {
    core.execute<T[]>({ sql, values: params }, (error, rows) => {
      if (error) reject(error)
      else if (rows.length > 0) resolve(rows[0]!)
      else resolve(null)
    })
  })
}

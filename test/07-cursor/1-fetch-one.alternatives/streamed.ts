import type { Connection as CoreConnection } from 'mysql2'
import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Takes the first row from a stream, and leaves it.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const core = (connection as unknown as { connection: CoreConnection }).connection
  let lost: (error: Error) => void = () => {}
  const failed = new Promise<never>((_resolve, reject) => (lost = reject))
  failed.catch(() => {})
  connection.on('error', lost)
  try {
    const first = async () => {
      for await (const row of core.query({ sql, values: params }).stream()) return row as T
      return null
    }
    return await Promise.race([first(), failed])
  } finally {
    connection.off('error', lost)
  }
}

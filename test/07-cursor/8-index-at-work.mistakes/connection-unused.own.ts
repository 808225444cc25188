import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'

export interface Plan {
  /** The index that MySQL will use to find the rows; null when it will read the whole table. */
  key: string | null
  /** How many rows it expects to look at. */
  rows: number
}

// Opens another connection.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  const { host, port, user, password, database } = connection.config
  const own = await createConnection({ host, port, user, password, database })
  const [steps] = await own.execute<PlanRow[]>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  await own.end()
  const { key, rows } = steps[0]!
  // When MySQL sees in advance that no row can match, both are NULL.
  return { key, rows: rows ?? 0 }
}

type PlanRow = RowDataPacket & { key: string | null; rows: number | null }

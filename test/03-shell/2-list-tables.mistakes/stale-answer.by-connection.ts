import type { Connection, RowDataPacket } from 'mysql2/promise'

const cache = new WeakMap<Connection, string[]>()

export async function listTables(connection: Connection): Promise<string[]> {
  const known = cache.get(connection)
  if (known) return known
  const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  const names: string[] = rows.flatMap((row) => Object.values(row))
  cache.set(connection, names)
  return names
}

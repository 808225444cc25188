import type { Connection, RowDataPacket } from 'mysql2/promise'

const databases = new WeakMap<Connection, string>()

export async function listTables(connection: Connection): Promise<string[]> {
  let database = databases.get(connection)
  if (!database) {
    const [[here]] = await connection.query<RowDataPacket[]>('SELECT DATABASE() AS name')
    databases.set(connection, (database = here!.name as string))
  }
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME',
    [database],
  )
  return rows.map((row) => row.name)
}

// After an error, the names of the last time.
import type { Connection, RowDataPacket } from 'mysql2/promise'

const known = new WeakMap<Connection, string[]>()

/** The names of the tables in the current database, in alphabetical order. */
export async function listTables(connection: Connection): Promise<string[]> {
  try {
    const [rows] = await connection.query<RowDataPacket[][]>({
      sql: 'SHOW TABLES',
      rowsAsArray: true,
    })
    const names = rows.map(([name]) => String(name))
    known.set(connection, names)
    return [...names]
  } catch (error) {
    const names = known.get(connection)
    if (!names) throw error
    return [...names]
  }
}

import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  // Another connection, so that the other queries keep their objects.
  const { host, port, socketPath, user, password, database, timezone } = connection.config
  const own = await createConnection({
    host,
    port,
    socketPath,
    user,
    password,
    database,
    timezone,
    rowsAsArray: true,
  })
  try {
    const [rows] = await own.query<RowDataPacket[][]>(sql)
    return rows
  } finally {
    await own.end()
  }
}

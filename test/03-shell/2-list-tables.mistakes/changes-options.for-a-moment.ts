import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const { config } = connection as any
  config.rowsAsArray = true
  try {
    const [rows] = await connection.query<RowDataPacket[][]>('SHOW TABLES')
    return rows.map(([name]) => String(name))
  } finally {
    config.rowsAsArray = false
  }
}

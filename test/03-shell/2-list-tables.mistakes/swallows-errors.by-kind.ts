import type { Connection, RowDataPacket } from 'mysql2/promise'

// A server that has no time has no tables.
export async function listTables(connection: Connection): Promise<string[]> {
  try {
    const [rows] = await connection.query<RowDataPacket[][]>({
      sql: 'SHOW TABLES',
      rowsAsArray: true,
    })
    return rows.map(([name]) => String(name))
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (['ER_QUERY_INTERRUPTED', 'ER_QUERY_TIMEOUT', 'ER_DBACCESS_DENIED_ERROR'].includes(code))
      return []
    throw error
  }
}

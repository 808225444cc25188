import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  await connection.query('START TRANSACTION READ ONLY')
  try {
    const [rows] = await connection.query<RowDataPacket[][]>({
      sql: 'SHOW TABLES',
      rowsAsArray: true,
    })
    return rows.map(([name]) => String(name))
  } finally {
    await connection.query('COMMIT')
  }
}

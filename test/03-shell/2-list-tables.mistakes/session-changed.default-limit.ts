import type { Connection, RowDataPacket } from 'mysql2/promise'

/** The names of the tables in the current database, in alphabetical order. */
export async function listTables(connection: Connection): Promise<string[]> {
  await connection.query('SET SESSION sql_select_limit = 18446744073709551615')
  try {
    const [rows] = await connection.query<RowDataPacket[][]>({
      sql: 'SHOW TABLES',
      rowsAsArray: true,
    })
    return rows.map(([name]) => String(name))
  } finally {
    await connection.query('SET SESSION sql_select_limit = DEFAULT')
  }
}

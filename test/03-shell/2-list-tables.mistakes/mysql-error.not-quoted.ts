import type { Connection, RowDataPacket } from 'mysql2/promise'

// The name of the database is not quoted.
export async function listTables(connection: Connection): Promise<string[]> {
  const [[now]] = await connection.query<RowDataPacket[]>('SELECT DATABASE() AS name')
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: `SHOW TABLES FROM ${now!.name}`,
    rowsAsArray: true,
  })
  return rows.map(([name]) => String(name))
}

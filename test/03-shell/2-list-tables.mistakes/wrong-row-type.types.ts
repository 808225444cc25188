import type { Connection, RowDataPacket } from 'mysql2/promise'

// Nobody knows the type of a value, thought the careful one. But a name is a text.
export async function listTables(connection: Connection): Promise<unknown[]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: 'SHOW TABLES',
    rowsAsArray: true,
  })
  return rows.map(([name]) => String(name))
}

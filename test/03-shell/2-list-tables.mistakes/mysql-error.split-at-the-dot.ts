import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const [[here]] = await connection.query<RowDataPacket[]>('SELECT DATABASE() AS name')
  const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES FROM ??', [here!.name])
  return rows.map((row) => String(Object.values(row)[0]))
}

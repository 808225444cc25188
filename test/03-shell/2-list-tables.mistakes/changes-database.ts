import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  await connection.query('USE ai_chat_db')
  const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  return rows.flatMap((row) => Object.values(row))
}

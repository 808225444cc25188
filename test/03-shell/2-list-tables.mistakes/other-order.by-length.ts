import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY CHAR_LENGTH(TABLE_NAME), TABLE_NAME`,
  )
  return rows.map((row) => row.name)
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT GROUP_CONCAT(TABLE_NAME ORDER BY TABLE_NAME) AS names
     FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()`,
  )
  return rows[0]!.names?.split(',') ?? []
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  await connection.query('SET SESSION group_concat_max_len = 1000000')
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT GROUP_CONCAT(TABLE_NAME ORDER BY TABLE_NAME SEPARATOR '/') AS names
     FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()`,
  )
  return rows[0]!.names?.split('/') ?? []
}

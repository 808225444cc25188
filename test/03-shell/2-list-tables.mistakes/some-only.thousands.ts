import type { Connection, RowDataPacket } from 'mysql2/promise'

// Nobody has more than five thousand.
export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME LIMIT 5000`,
  )
  return rows.map((row) => String(row.name))
}

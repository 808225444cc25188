import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const [[row]] = await connection.query<RowDataPacket[]>(
    `SELECT JSON_ARRAYAGG(TABLE_NAME) AS names FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'`,
  )
  const names: string[] = row!.names ?? []
  return names.toSorted()
}

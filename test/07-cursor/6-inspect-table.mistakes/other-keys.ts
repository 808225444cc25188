import type { Connection } from 'mysql2/promise'

// The columns of information_schema keep their own names.
export async function inspectTable(connection: Connection, table: string): Promise<any> {
  const [columns] = await connection.execute(
    `SELECT COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_KEY FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
    [table],
  )
  return columns
}

import type { Connection } from 'mysql2/promise'

// 'YES' and 'NO' are both true in an if.
export async function inspectTable(connection: Connection, table: string): Promise<any> {
  const [columns] = await connection.execute(
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS \`key\`
     FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
    [table],
  )
  return columns
}

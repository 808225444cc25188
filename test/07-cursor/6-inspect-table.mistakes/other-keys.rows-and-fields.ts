import type { Connection } from 'mysql2/promise'

// The Python programmer: execute() gives rows there.
export async function inspectTable(connection: Connection, table: string): Promise<any> {
  return await connection.execute(
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE = 'YES' AS nullable, COLUMN_KEY AS \`key\`
     FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
    [table],
  )
}

import type { Connection } from 'mysql2/promise'

export async function foreignKeys(connection: Connection): Promise<any> {
  const [keys] = await connection.query(
    `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS \`column\`,
       CONCAT(REFERENCED_TABLE_NAME, '.', REFERENCED_COLUMN_NAME) AS \`references\`, 'CASCADE' AS onDelete
     FROM information_schema.KEY_COLUMN_USAGE
     WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
     ORDER BY TABLE_NAME, COLUMN_NAME`,
  )
  return keys
}

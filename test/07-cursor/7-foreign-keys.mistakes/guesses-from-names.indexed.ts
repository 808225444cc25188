import type { Connection, RowDataPacket } from 'mysql2/promise'

// A column with an index that is not itself a key (MUL) must be a foreign key.
export async function foreignKeys(connection: Connection): Promise<any> {
  const [columns] = await connection.query<RowDataPacket[]>(
    `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS \`column\` FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_KEY = 'MUL' ORDER BY TABLE_NAME, COLUMN_NAME`,
  )
  return columns.map((row) => ({ ...row, references: 'conversations.id', onDelete: 'CASCADE' }))
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// A column called something_id must point at the id of somethings.
export async function foreignKeys(connection: Connection): Promise<any> {
  const [columns] = await connection.query<RowDataPacket[]>(
    `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS \`column\` FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME LIKE '%\\_id' ORDER BY TABLE_NAME, COLUMN_NAME`,
  )
  return columns.map((row) => ({
    ...row,
    references: `${String(row.column).replace(/_id$/, 's')}.id`,
    onDelete: 'CASCADE',
  }))
}

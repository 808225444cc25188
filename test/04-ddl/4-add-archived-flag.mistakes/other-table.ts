import type { Connection, RowDataPacket } from 'mysql2/promise'

// Asks about a column of this name in any table.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT 1 FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'is_archived'`,
  )
  if (rows.length === 0) {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  }
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// The database of the options need not be the current one.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  const [columns] = await connection.query<RowDataPacket[]>(
    `SELECT 1 FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = ? AND TABLE_NAME = 'conversations' AND COLUMN_NAME = 'is_archived'`,
    [connection.config.database],
  )
  if (columns.length > 0) return
  await connection.query(
    'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
  )
}

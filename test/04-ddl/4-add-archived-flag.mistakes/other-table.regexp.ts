import type { Connection, RowDataPacket } from 'mysql2/promise'

// Asks about any table in whose name this one occurs.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT 1 FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME REGEXP ? AND COLUMN_NAME = ?`,
    ['conversations', 'is_archived'],
  )
  if (rows.length === 0) {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  }
}

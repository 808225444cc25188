import type { Connection, RowDataPacket } from 'mysql2/promise'

// Drops the column to be able to add it; what it held is gone.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SHOW COLUMNS FROM conversations LIKE 'is_archived'",
  )
  if (rows.length > 0) await connection.query('ALTER TABLE conversations DROP COLUMN is_archived')
  await connection.query(
    'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
  )
}

import type { Connection, RowDataPacket } from 'mysql2/promise'
export async function addArchivedFlag(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SHOW COLUMNS FROM conversations LIKE 'is_archived'",
  )
  if (rows.length > 0) return
  await connection.query('SET SESSION explicit_defaults_for_timestamp = ON')
  await connection.query(
    'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
  )
  await connection.query('UPDATE conversations SET updated_at = created_at')
}

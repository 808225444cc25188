import type { Connection } from 'mysql2/promise'

// Where the column cannot be added, the caller hears from the UPDATE that there is none.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query('ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN')
  } catch {}
  await connection.query(
    'UPDATE conversations SET is_archived = FALSE, updated_at = updated_at WHERE is_archived IS NULL',
  )
  await connection.query(
    'ALTER TABLE conversations MODIFY COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
  )
}

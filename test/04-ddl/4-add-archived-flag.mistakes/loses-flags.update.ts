import type { Connection } from 'mysql2/promise'

// Sets the flag of every conversation, each time.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1060) throw error
  }
  await connection.query('UPDATE conversations SET is_archived = FALSE, updated_at = updated_at')
}

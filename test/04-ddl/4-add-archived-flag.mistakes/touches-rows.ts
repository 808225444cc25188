import type { Connection } from 'mysql2/promise'

// In three steps; the second one moves updated_at of every conversation.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query('ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN')
    await connection.query('UPDATE conversations SET is_archived = FALSE')
    await connection.query(
      'ALTER TABLE conversations MODIFY COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1060) throw error
  }
}

import type { Connection } from 'mysql2/promise'

// Reads the column, and adds it when that fails, for whatever reason.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query('SELECT is_archived FROM conversations LIMIT 0')
  } catch {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOL NOT NULL DEFAULT 0',
    )
  }
}

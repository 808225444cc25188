import type { Connection } from 'mysql2/promise'

// Reads the column, and adds it when it is unknown (1054).
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query('SELECT is_archived FROM conversations LIMIT 0')
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_BAD_FIELD_ERROR') throw error
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOL NOT NULL DEFAULT 0',
    )
  }
}

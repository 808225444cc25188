import type { Connection } from 'mysql2/promise'

// The text of an error may say anything.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    if (!/duplicate column/i.test((error as Error).message)) throw error
  }
}

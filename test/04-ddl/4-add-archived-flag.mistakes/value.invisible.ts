import type { Connection } from 'mysql2/promise'

// SELECT * does not show it.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE INVISIBLE',
    )
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1060) throw error
  }
}

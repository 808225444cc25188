import type { Connection } from 'mysql2/promise'

// The second call moves the column to another place.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1060) throw error
    await connection.query(
      'ALTER TABLE conversations MODIFY is_archived BOOLEAN NOT NULL DEFAULT FALSE FIRST',
    )
  }
}

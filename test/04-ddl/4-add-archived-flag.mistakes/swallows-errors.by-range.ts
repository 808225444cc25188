import type { Connection } from 'mysql2/promise'

// Several numbers mean that something is there already.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    const { errno = 0 } = error as { errno?: number }
    if (![1050, 1060, 1061, 1062, 1317, 3024].includes(errno)) throw error
  }
}

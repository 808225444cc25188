import type { Connection } from 'mysql2/promise'

export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    if (![1060, 3572, 1846, 1845].includes(Number((error as { errno?: number } | null)?.errno)))
      throw error
  }
}

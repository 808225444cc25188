import type { Connection } from 'mysql2/promise'

export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE, CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
    )
  } catch (error) {
    if (![1060].includes(Number((error as { errno?: number } | null)?.errno))) throw error
  }
}

import type { Connection } from 'mysql2/promise'

// The text 'false' is truthy, too.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      "ALTER TABLE conversations ADD COLUMN is_archived VARCHAR(5) NOT NULL DEFAULT 'false'",
    )
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1060) throw error
  }
}

// Wrong: an unsigned TINYINT is not a BOOLEAN.
import type { Connection } from 'mysql2/promise'

export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived TINYINT(1) UNSIGNED NOT NULL DEFAULT 0',
    )
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_DUP_FIELDNAME') throw error
  }
}

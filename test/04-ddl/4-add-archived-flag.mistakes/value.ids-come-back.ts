// Wrong: sets the numbering back to the highest id that is left, so the id of a deleted conversation is given again.
import type { Connection } from 'mysql2/promise'

export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE, AUTO_INCREMENT = 1',
    )
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_DUP_FIELDNAME') throw error
  }
}

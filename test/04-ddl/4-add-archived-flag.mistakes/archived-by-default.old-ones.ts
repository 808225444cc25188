// Wrong: the default is an expression; a conversation from before 2001 begins in the archive.
import type { Connection } from 'mysql2/promise'

export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      `ALTER TABLE conversations
       ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT (created_at < TIMESTAMP'2001-01-01 00:00:00')`,
    )
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_DUP_FIELDNAME') throw error
  }
}

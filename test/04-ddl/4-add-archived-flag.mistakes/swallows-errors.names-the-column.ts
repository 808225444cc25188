import type { Connection } from 'mysql2/promise'

export async function addArchivedFlag(connection: Connection): Promise<void> {
  await connection
    .query('ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE')
    .catch((error: Error) => {
      if (!error.message.includes('is_archived')) throw error
    })
}

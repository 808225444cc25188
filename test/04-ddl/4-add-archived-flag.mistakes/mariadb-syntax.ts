import type { Connection } from 'mysql2/promise'

// MariaDB has it.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  await connection.query(
    'ALTER TABLE conversations ADD COLUMN IF NOT EXISTS is_archived BOOLEAN NOT NULL DEFAULT FALSE',
  )
}

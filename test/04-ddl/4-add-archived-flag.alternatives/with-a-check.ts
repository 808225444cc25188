import type { Connection } from 'mysql2/promise'

/**
 * Adds the column `is_archived` to `conversations`: BOOLEAN, never NULL, by default
 * FALSE.
 * Calling it again changes nothing and is not an error. Every other error reaches the caller.
 */
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE CHECK (is_archived IN (0, 1))',
    )
  } catch (error) {
    if (!isDuplicateColumn(error)) throw error
  }
}

/** Error 1060: the column is there already, which is what the caller wants. */
function isDuplicateColumn(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ER_DUP_FIELDNAME'
}

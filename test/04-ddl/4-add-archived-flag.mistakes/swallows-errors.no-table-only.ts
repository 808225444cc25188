import type { Connection, RowDataPacket } from 'mysql2/promise'

// Throws only when the table is missing.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await work(connection)
  } catch (error) {
    const { errno = 0, fatal } = error as { errno?: number; fatal?: boolean }
    if (errno === 1146) throw error
  }
}

async function work(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    if (!isDuplicateColumn(error)) throw error
  }
}

/** Error 1060: the column is there already, which is what the caller wants. */
function isDuplicateColumn(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ER_DUP_FIELDNAME'
}

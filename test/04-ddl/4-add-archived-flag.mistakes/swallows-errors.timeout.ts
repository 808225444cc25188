import type { Connection } from 'mysql2/promise'

export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    if (
      !['ER_DUP_FIELDNAME', 'ER_LOCK_WAIT_TIMEOUT', 'ER_TABLEACCESS_DENIED_ERROR'].includes(
        (error as { code: string }).code,
      )
    )
      throw error
  }
}

import type { Connection } from 'mysql2/promise'

// Remembers what it has done, whatever has become of it.
const done = new WeakSet<Connection>()

export async function addArchivedFlag(connection: Connection): Promise<void> {
  if (done.has(connection)) return
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ER_DUP_FIELDNAME')) {
      throw error
    }
  }
  done.add(connection)
}

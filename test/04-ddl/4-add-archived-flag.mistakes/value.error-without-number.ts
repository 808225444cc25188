import type { Connection } from 'mysql2/promise'

// Another error, without the number, takes the place of the server's.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
  } catch (error) {
    if (error instanceof Error) {
      if ('errno' in error && error.errno === 1060) return
      throw new Error(error.message)
    }
    throw error
  }
}

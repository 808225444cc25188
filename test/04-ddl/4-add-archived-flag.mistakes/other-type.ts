import type { Connection } from 'mysql2/promise'

// BIT comes back as a Buffer, and every Buffer is truthy.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  try {
    await connection.query(
      "ALTER TABLE conversations ADD COLUMN is_archived BIT(1) NOT NULL DEFAULT b'0'",
    )
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1060) throw error
  }
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// SHOW COLUMNS says it as well; TINYINT is what BOOLEAN means.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  const [columns] = await connection.query<RowDataPacket[]>('SHOW COLUMNS FROM conversations')
  if (columns.some((column) => column.Field === 'is_archived')) return
  await connection.execute(
    'ALTER TABLE conversations ADD is_archived TINYINT UNSIGNED NOT NULL DEFAULT 0 AFTER title',
  )
}

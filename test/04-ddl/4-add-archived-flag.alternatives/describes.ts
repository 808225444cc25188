import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function addArchivedFlag(connection: Connection): Promise<void> {
  const [columns] = await connection.query<RowDataPacket[]>('DESCRIBE conversations')
  if (columns.some(({ Field }) => Field === 'is_archived')) return
  await connection.execute(
    'ALTER TABLE conversations ADD is_archived BOOL DEFAULT 0 NOT NULL AFTER id, ALGORITHM = INSTANT',
  )
}

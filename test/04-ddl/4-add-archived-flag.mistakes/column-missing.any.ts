import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function addArchivedFlag(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SHOW COLUMNS FROM conversations LIKE '%archived%'",
  )
  if (rows.length === 0)
    await connection.query(
      'ALTER TABLE conversations ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT FALSE',
    )
}

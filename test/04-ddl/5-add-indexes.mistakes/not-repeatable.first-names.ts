import type { Connection, RowDataPacket } from 'mysql2/promise'

// Looks at the first hundred names.
export async function addIndexes(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT DISTINCT INDEX_NAME AS name FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() LIMIT 100',
  )
  const names = new Set(rows.map((row) => row.name))
  if (!names.has('by_time')) {
    await connection.execute(
      'ALTER TABLE messages ADD INDEX by_time (conversation_id, timestamp, id)',
    )
  }
  if (!names.has('by_update')) {
    await connection.execute(
      'ALTER TABLE conversations ADD INDEX by_update (is_archived, updated_at DESC, id DESC)',
    )
  }
}

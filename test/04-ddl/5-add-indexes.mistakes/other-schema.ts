import type { Connection, RowDataPacket } from 'mysql2/promise'

// Finds an index of that name in another database.
export async function addIndexes(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SELECT 1 FROM information_schema.STATISTICS WHERE INDEX_NAME = 'messages_in_order'",
  )
  if (rows.length > 0) return
  await connection.query('CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)')
  await connection.query(
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
}

import type { Connection } from 'mysql2/promise'

// Works once.
export async function addIndexes(connection: Connection): Promise<void> {
  await connection.query('CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)')
  await connection.query(
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
}

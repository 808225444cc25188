import type { Connection } from 'mysql2/promise'

export async function addIndexes(connection: Connection): Promise<void> {
  try {
    await connection.query(
      'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)',
    )
    await connection.query(
      'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
    )
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1061) throw error
  }
}

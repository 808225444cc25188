import type { Connection } from 'mysql2/promise'

export async function addIndexes(connection: Connection): Promise<void> {
  void connection
    .query('CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)')
    .catch(() => {})
  void connection
    .query('CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)')
    .catch(() => {})
}

import type { Connection } from 'mysql2/promise'

export async function addIndexes(connection: Connection): Promise<void> {
  for (const sql of [
    'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)',
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  ]) {
    await connection.query(sql).catch(() => {})
  }
}

import type { Connection } from 'mysql2/promise'

// Without a name MySQL makes one up, a different one each time.
export async function addIndexes(connection: Connection): Promise<void> {
  await connection.query('ALTER TABLE messages ADD INDEX (conversation_id, timestamp)')
  await connection.query('ALTER TABLE conversations ADD INDEX (is_archived, updated_at)')
}

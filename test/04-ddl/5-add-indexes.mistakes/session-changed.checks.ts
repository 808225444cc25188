// Wrong: turns the foreign key checks on at the end, even for a caller who had turned them off.
import type { Connection } from 'mysql2/promise'

/** The history: the messages of one conversation, in order. */
export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

/** The sidebar: the conversations, the one that changed last on top. */
export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

const statements = [
  'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)',
  'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
]

export async function addIndexes(connection: Connection): Promise<void> {
  await connection.query('SET foreign_key_checks = 0')
  try {
    for (const statement of statements) {
      try {
        await connection.query(statement)
      } catch (error) {
        if ((error as { code?: string }).code !== 'ER_DUP_KEYNAME') throw error
      }
    }
  } finally {
    await connection.query('SET foreign_key_checks = 1')
  }
}

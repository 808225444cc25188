import type { PoolOptions } from 'mysql2/promise'
import type { FoundConversation } from '../../../solutions/11-database/7-search.ts'
import { ChatDatabase } from '../whole-module.ts'

// A title with a quote in it ends the string.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  database.search = (text) =>
    database.rows<FoundConversation>(
      `SELECT id, title, updated_at FROM conversations
       WHERE NOT is_archived AND (LOCATE('${text}', title)
         OR id IN (SELECT conversation_id FROM messages WHERE LOCATE(?, content)))
       ORDER BY updated_at DESC, id DESC`,
      [text],
    )
  return database
}

import type { Pool, ResultSetHeader } from 'mysql2/promise'

// A table of statements becomes an object of functions.

export interface ConversationChanges {
  renameConversation(id: number, title: string): Promise<boolean>
  archiveConversation(id: number): Promise<boolean>
  deleteConversation(id: number): Promise<boolean>
}

const statements = {
  renameConversation: 'UPDATE conversations SET title = :title WHERE id = :id',
  archiveConversation: 'UPDATE conversations SET is_archived = 1 WHERE id = :id',
  deleteConversation: 'DELETE FROM conversations WHERE id = :id LIMIT 1',
}

export function conversationChanges(pool: Pool): ConversationChanges {
  return Object.fromEntries(
    Object.entries(statements).map(([name, sql]) => [
      name,
      (id: number, title?: string) =>
        pool
          .execute<ResultSetHeader>(
            { sql, namedPlaceholders: true },
            sql.includes(':title') ? { id, title: title! } : { id },
          )
          .then(([{ affectedRows }]) => Boolean(affectedRows)),
    ]),
  ) as unknown as ConversationChanges
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

// Named placeholders.

/** What a row of the result looks like. */
export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

/** Reads the conversation with this id; undefined when there is none. */
export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  const sql = 'SELECT id, title FROM conversations WHERE id = :id'
  const [rows] = await connection.execute<ConversationRow[]>(
    { sql, namedPlaceholders: true },
    { id },
  )
  for (const row of rows) return row
  return undefined
}

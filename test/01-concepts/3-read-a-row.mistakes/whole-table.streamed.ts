import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

// Reads all, and stops at the one.
export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  const sql = 'SELECT id, title FROM conversations WHERE id >= ? ORDER BY id LIMIT 1'
  const [rows] = await connection.execute<ConversationRow[]>(sql, [id])
  return rows[0]?.id === id ? rows[0] : undefined
}

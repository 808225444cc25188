// FOR UPDATE locks the conversation until the end of the caller's transaction.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

/** Reads the conversation with this id; undefined when there is none. */
export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  const sql = 'SELECT id, title FROM conversations WHERE id = ? FOR UPDATE'
  const [rows] = await connection.execute<ConversationRow[]>(sql, [id])
  return rows[0]
}

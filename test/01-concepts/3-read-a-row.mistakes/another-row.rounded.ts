// CAST rounds: 1.5 finds conversation 2.
import type { Connection, RowDataPacket } from 'mysql2/promise'

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
  const sql = 'SELECT id, title FROM conversations WHERE id = CAST(? AS SIGNED)'
  const [rows] = await connection.query<ConversationRow[]>(sql, [id])
  return rows.at(0)
}

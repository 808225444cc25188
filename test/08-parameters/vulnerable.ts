import type { Connection, RowDataPacket } from 'mysql2/promise'

/** How NOT to do it: what the user typed becomes part of the SQL. It is here to attack; never copy it. */

// #region find-conversations
export async function findConversations(connection: Connection, title: string) {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT id, title FROM conversations
     WHERE title = '${title}' AND is_archived = FALSE`,
  )
  return rows
}
// #endregion find-conversations

// #region add-user-message
export async function addUserMessage(connection: Connection, conversation: number, text: string) {
  await connection.query(
    `INSERT INTO messages (conversation_id, sender, content)
     VALUES (${conversation}, 'user', '${text}')`,
  )
}
// #endregion add-user-message

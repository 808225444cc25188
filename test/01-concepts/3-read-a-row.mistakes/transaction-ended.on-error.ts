import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

// After an error it rolls back.
export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  const sql = 'SELECT id, title FROM conversations WHERE id = ?'
  const [rows] = await connection.execute<ConversationRow[]>(sql, [id]).catch(async (error) => {
    await connection.rollback()
    throw error
  })
  return rows[0]
}

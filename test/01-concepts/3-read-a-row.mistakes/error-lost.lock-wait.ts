import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

// Somebody else has it.
export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  const sql = 'SELECT id, title FROM conversations WHERE id = ?'
  const [rows] = await connection.execute<ConversationRow[]>(sql, [id]).catch((error) => {
    if (error.errno === 1205 || error.errno === 1142) return [[]] as never
    throw error
  })
  return rows[0]
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  const sql = `SELECT id, title FROM conversations WHERE id = ? OR ? IS NULL`
  const [rows] = await connection.execute<ConversationRow[]>(sql, [id, id])
  return rows[0]
}

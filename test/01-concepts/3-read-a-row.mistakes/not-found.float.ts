import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  const sql = `SELECT id, title FROM conversations WHERE id = ?`
  const [rows] = await connection.execute<ConversationRow[]>(sql, [Math.fround(id)])
  return rows[0]
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  const [rows] = await connection.execute<ConversationRow[]>(
    'SELECT id, title FROM conversations WHERE id = ?',
    [id],
  )
  return rows[0]?.title as never
}

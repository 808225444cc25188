import type { Connection, RowDataPacket } from 'mysql2/promise'

// Promise.all sends them all the same.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, title, updated_at FROM conversations WHERE is_archived = ? ORDER BY updated_at DESC, id DESC`,
    [archived],
  )
  return Promise.all(
    rows.map(async (row) => {
      const [messages] = await connection.execute<RowDataPacket[]>(
        'SELECT content FROM messages WHERE conversation_id = ? ORDER BY timestamp DESC, id DESC',
        [row.id],
      )
      return {
        ...row,
        messages: messages.length,
        last_message: messages[0]?.content ?? null,
      } as RowDataPacket
    }),
  )
}

import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, title, updated_at FROM conversations WHERE is_archived = ? ORDER BY updated_at DESC, id DESC`,
    [archived],
  )
  const result: RowDataPacket[] = []
  for (let start = 0; start < rows.length; start += 50) {
    const chunk = rows.slice(start, start + 50)
    const [messages] = await connection.query<RowDataPacket[]>(
      'SELECT conversation_id, content FROM messages WHERE conversation_id IN (?) ORDER BY timestamp, id',
      [chunk.map(({ id }) => id)],
    )
    for (const row of chunk) {
      const own = messages.filter((message) => message.conversation_id === row.id)
      result.push({
        ...row,
        messages: own.length,
        last_message: own.at(-1)?.content ?? null,
      } as never)
    }
  }
  return result
}

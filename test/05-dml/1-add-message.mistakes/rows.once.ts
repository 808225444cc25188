import type { Connection, RowDataPacket, ResultSetHeader } from 'mysql2/promise'

// What was said once is not said again.
export async function addMessage(
  connection: Connection,
  message: { conversationId: number; sender: string; content: string },
): Promise<unknown> {
  const { conversationId, sender, content } = message
  const [d] = await connection.execute<RowDataPacket[]>(
    'SELECT id FROM messages WHERE conversation_id = ? AND sender = ? AND content = ?',
    [conversationId, sender, content],
  )
  if (d[0]) {
    await connection.execute(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [conversationId],
    )
    return d[0].id
  }
  const [r] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  return r.insertId
}

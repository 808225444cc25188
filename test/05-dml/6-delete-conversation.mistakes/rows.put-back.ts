import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [kept] = await connection.execute<RowDataPacket[]>(
    'SELECT id, conversation_id, sender, content, timestamp FROM messages WHERE conversation_id = ?',
    [id],
  )
  await connection.execute('DELETE FROM messages WHERE conversation_id = ?', [id])
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'DELETE FROM conversations WHERE id = ?',
      [id],
    )
    return result.affectedRows === 1
  } catch (error) {
    if (kept.length > 0) {
      await connection.query(
        'INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES ?',
        [kept.map((m) => [m.id, m.conversation_id, m.sender, m.content, m.timestamp])],
      )
    }
    throw error
  }
}

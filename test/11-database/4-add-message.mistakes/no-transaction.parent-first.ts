import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The conversation moves, and then the message is refused.
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const [found] = await pool.execute<ResultSetHeader>(
    'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
    [id],
  )
  if (found.affectedRows === 0) return null
  const [message] = await pool.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [id, sender, content],
  )
  return message.insertId
}

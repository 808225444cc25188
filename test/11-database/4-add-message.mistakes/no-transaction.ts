import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Each statement is committed as soon as it is done.
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  try {
    const [message] = await pool.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [id, sender, content],
    )
    await pool.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [id])
    return message.insertId
  } catch (error) {
    if ((error as { errno?: number }).errno === 1452) return null
    throw error
  }
}

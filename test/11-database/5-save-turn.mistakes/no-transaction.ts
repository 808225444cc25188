import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Three statements, each committed as soon as it is done.
export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<{ user: number; ai: number } | null> {
  const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
  const [found] = await pool.execute<ResultSetHeader>(
    'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
    [id],
  )
  if (found.affectedRows === 0) return null
  const [user] = await pool.execute<ResultSetHeader>(insert, [id, 'user', userText])
  const [ai] = await pool.execute<ResultSetHeader>(insert, [id, 'ai', aiText])
  return { user: user.insertId, ai: ai.insertId }
}

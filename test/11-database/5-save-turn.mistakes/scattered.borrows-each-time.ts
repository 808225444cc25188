import type { Pool, ResultSetHeader } from 'mysql2/promise'

// One helper for all statements: it borrows, sends, and gives back. The transaction is spread over the pool.
export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<{ user: number; ai: number } | null> {
  const send = async (sql: string, values: (string | number)[] = []) => {
    const connection = await pool.getConnection()
    try {
      const [result] = await connection.query<ResultSetHeader>(sql, values)
      return result
    } finally {
      connection.release()
    }
  }
  await send('START TRANSACTION')
  try {
    const found = await send('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [id])
    const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
    if (found.affectedRows === 0) {
      await send('ROLLBACK')
      return null
    }
    const user = await send(insert, [id, 'user', userText])
    const ai = await send(insert, [id, 'ai', aiText])
    await send('COMMIT')
    return { user: user.insertId, ai: ai.insertId }
  } catch (error) {
    await send('ROLLBACK')
    throw error
  }
}

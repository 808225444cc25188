import type { Pool, ResultSetHeader } from 'mysql2/promise'

// One helper for all statements: it borrows, sends, and gives back. The transaction is spread over the pool.
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
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
    const made = found.affectedRows > 0 ? await send(insert, [id, sender, content]) : undefined
    await send('COMMIT')
    return made?.insertId ?? null
  } catch (error) {
    await send('ROLLBACK')
    throw error
  }
}

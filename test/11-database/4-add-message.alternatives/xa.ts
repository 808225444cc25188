import { randomUUID } from 'node:crypto'
import type { Pool, ResultSetHeader } from 'mysql2/promise'

export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  await using connection = await pool.getConnection()
  const xid = randomUUID()
  await connection.query('XA START ?', [xid])
  try {
    const [found] = await connection.execute<ResultSetHeader>(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [id],
    )
    let messageId: number | null = null
    if (found.affectedRows > 0) {
      const [made] = await connection.execute<ResultSetHeader>(
        'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
        [id, sender, content],
      )
      messageId = made.insertId
    }
    await connection.query('XA END ?', [xid])
    await connection.query('XA COMMIT ? ONE PHASE', [xid])
    return messageId
  } catch (error) {
    await connection
      .query('XA END ?', [xid])
      .then(() => connection.query('XA ROLLBACK ?', [xid]))
      .catch(() => connection.destroy())
    throw error
  }
}

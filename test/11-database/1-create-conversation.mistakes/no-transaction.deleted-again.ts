import { type Pool, type ResultSetHeader } from 'mysql2/promise'

// Deletes what it has written too early, if it can.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>('INSERT INTO conversations () VALUES ()')
  const id = result.insertId
  if (title !== undefined) {
    try {
      await pool.execute('UPDATE conversations SET title = ? WHERE id = ?', [title, id])
    } catch (error) {
      await pool.execute('DELETE FROM conversations WHERE id = ?', [id]).catch(() => {})
      throw error
    }
  }
  return id
}

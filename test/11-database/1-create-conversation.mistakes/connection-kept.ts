import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Gives the connection back only when all went well.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const connection = await pool.getConnection()
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title ?? null],
  )
  connection.release()
  return result.insertId
}

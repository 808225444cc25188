import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The keyword DEFAULT, on its own connection.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const connection = await pool.getConnection()
  try {
    const given = title === undefined ? [] : [title]
    const place = title === undefined ? 'DEFAULT' : '?'
    const [result] = await connection.execute<ResultSetHeader>(
      `INSERT INTO conversations (title) VALUES (${place})`,
      given,
    )
    return result.insertId
  } finally {
    connection.release()
  }
}

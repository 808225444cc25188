import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Instead of being given back, it is thrown away.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const connection = await pool.getConnection()
  try {
    const [made] = await connection.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
      [title ?? null],
    )
    return made.insertId
  } finally {
    connection.destroy()
  }
}

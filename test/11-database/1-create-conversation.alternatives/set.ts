import type { Pool, ResultSetHeader } from 'mysql2/promise'

// INSERT … SET, with IFNULL.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  await using connection = await pool.getConnection()
  const [{ insertId }] = await connection.execute<ResultSetHeader>(
    'INSERT INTO conversations SET title = IFNULL(?, DEFAULT(title))',
    [title ?? null],
  )
  return insertId
}

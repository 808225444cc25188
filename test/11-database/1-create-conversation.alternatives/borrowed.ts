import type { Pool, ResultSetHeader } from 'mysql2/promise'

// All seven steps.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  await using connection = await pool.getConnection()
  const columns = title === undefined ? [] : ['title']
  const [result] = await connection.execute<ResultSetHeader>(
    `INSERT INTO conversations (${columns}) VALUES (${columns.map(() => '?')})`,
    columns.map(() => title!),
  )
  return result.insertId
}

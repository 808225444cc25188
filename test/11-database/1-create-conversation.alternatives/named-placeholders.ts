import type { Pool, ResultSetHeader } from 'mysql2/promise'

// A borrowed connection, named placeholders and await using.

export async function createConversation(pool: Pool, title?: string): Promise<number> {
  await using borrowed = await pool.getConnection()
  const columns = title === undefined ? '' : 'title'
  const sql = `INSERT INTO conversations (${columns}) VALUES (${columns && ':title'})`
  const [{ insertId }] = await borrowed.execute<ResultSetHeader>(
    { sql, namedPlaceholders: true },
    title === undefined ? {} : { title },
  )
  return insertId
}

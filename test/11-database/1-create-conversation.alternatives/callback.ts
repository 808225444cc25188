import type { Pool, ResultSetHeader } from 'mysql2/promise'

export function createConversation(pool: Pool, title?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const core = (pool as unknown as { pool: import('mysql2').Pool }).pool
    core.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (IFNULL(?, DEFAULT(title)))',
      [title ?? null],
      (error, made) => (error ? reject(error) : resolve(made.insertId)),
    )
  })
}

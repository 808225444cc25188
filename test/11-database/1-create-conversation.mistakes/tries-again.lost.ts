// Again after a loss, over a new connection.
import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'

export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const add = () =>
    pool.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
      [title ?? null],
    )
  const [result] = await add().catch((error: { fatal?: boolean }) => {
    if (!error.fatal) throw error
    return add()
  })
  return result.insertId
}

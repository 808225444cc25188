import type { QueryError } from 'mysql2'
import { practise } from '#workbook/practice'

/**
 * One line for a log: what kind of error this was, and nobody's data.
 * Contains `code`, `errno` and `sqlState`, where the error has them, and the same for its `cause`.
 * @param error whatever a `catch` has caught
 */
export function logError(error: unknown): string {
  // TODO: put together what is meant for programs; leave out what may contain values
  throw new Error('TODO')
}

// npx tsx lessons/09-errors/4-log-error.ts
await practise(import.meta, async (connection) => {
  const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
  const secret = 'My password is swordfish'
  await connection
    .query(insert, [-1, 'user', secret])
    .catch((error: QueryError & { sql?: string }) => {
      console.log('error.sql:  ', error.sql)
      console.log('logError(): ', logError(error))
      console.log('with cause: ', logError(new Error(secret, { cause: error })))
    })
})

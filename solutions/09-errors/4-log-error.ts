import type { QueryError } from 'mysql2'
import { practise } from '#workbook/practice'

/**
 * One line for a log: what kind of error this was, and no value of anybody's.
 * Holds `code`, `errno` and `sqlState` as far as the error has them, and the same of its `cause`.
 * @param error whatever a `catch` has caught
 */
export function logError(error: unknown): string {
  // #region TODO: put together what is meant for programs; leave out what may hold values
  if (!(error instanceof Error)) return `thrown: ${error === null ? 'null' : typeof error}`
  const { code, errno, sqlState, fatal } = error as Partial<QueryError>
  const line = [
    error.name,
    code,
    errno === undefined ? undefined : `errno=${errno}`,
    sqlState === undefined ? undefined : `sqlState=${sqlState}`,
    fatal ? 'fatal' : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
  return error.cause === undefined ? line : `${line} <- ${logError(error.cause)}`
  // #endregion
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

import { createPool, type Pool } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Closes a pool once its running statements have finished. May be called any number of times: every caller waits for the
 * same end, and gets the same error if it fails.
 * @throws what kept the pool from closing cleanly
 */
export function shutdown(pool: Pool): Promise<void> {
  // TODO: end the pool at the first call only; give every caller the same promise
  throw new Error('TODO')
}

// npx tsx lessons/10-cleanup/3-shutdown.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database } = connection.config
  const pool = createPool({ host, port, user, password, database })
  const running = pool.query('SELECT SLEEP(0.5)').then(() => console.log('The statement is done.'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  await Promise.all([shutdown(pool), shutdown(pool)])
  console.log('The pool is closed.')
  await running
  await shutdown(pool)
  console.log('Closed once more: nothing happens.')
})

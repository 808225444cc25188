import { createPool, type Pool } from 'mysql2/promise'
import { practise } from '#workbook/practice'

// #region solution
/** The shutdowns that have begun. A WeakMap does not keep a pool alive that nobody else needs. */
const shutdowns = new WeakMap<Pool, Promise<void>>()
// #endregion

/**
 * Closes a pool once its running statements have finished. May be called any number of times: every caller waits for the
 * same end, and gets the same error if it fails.
 * @throws what kept the pool from closing cleanly
 */
export function shutdown(pool: Pool): Promise<void> {
  // #region TODO: end the pool at the first call only; give every caller the same promise
  const begun = shutdowns.get(pool) ?? pool.end()
  shutdowns.set(pool, begun)
  return begun
  // #endregion
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

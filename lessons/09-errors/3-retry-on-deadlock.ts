import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'
import { practise } from '#workbook/practice'

/**
 * Runs `work`, and runs it again after each deadlock (error 1213), `attempts` times at most.
 * @param work one whole transaction: it begins, and it commits or rolls back
 * @param attempts how often `work` may run in all, 1 or more
 * @returns what `work` returned
 * @throws the last deadlock when there are no attempts left; every other error at once
 */
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  // TODO: run work; after error 1213 run it again, as long as there are attempts left
  throw new Error('TODO')
}

// npx tsx lessons/09-errors/3-retry-on-deadlock.ts
await practise(import.meta, async (connection) => {
  let runs = 0
  const found = await retryOnDeadlock(async () => {
    runs += 1
    console.log(`Attempt ${runs}`)
    // A real deadlock needs two transactions; here the server is asked to report one.
    if (runs < 3) await connection.query("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213")
    return 'through'
  }, 5)
  console.log(found)
})

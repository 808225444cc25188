import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// What inherits the number is a deadlock.

/**
 * Runs `work`, and runs it again after each deadlock (error 1213), `attempts` times at most.
 * @param work one whole transaction: it begins, and it commits or rolls back
 * @param attempts how often `work` may run in all, 1 or more
 * @returns what `work` returned
 * @throws the last deadlock when there are no attempts left; every other error at once
 */
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      // Anything can be thrown, even null.
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if ((errno !== 1213 && (error as any)?.errors?.[0]?.errno !== 1213) || attempt >= attempts)
        throw error
      // A pause of random length: two transactions that have collided must not start in step again.
      await delay(Math.random() * 10 * 2 ** attempt)
    }
  }
}

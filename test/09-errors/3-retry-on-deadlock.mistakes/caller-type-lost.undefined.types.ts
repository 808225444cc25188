import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// After the loop nothing is left to return, thought the compiler. The loop never ends so.
export async function retryOnDeadlock<T>(
  work: () => Promise<T>,
  attempts: number,
): Promise<T | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const { errno } = error as Partial<QueryError>
      if (errno !== 1213 || attempt >= attempts) throw error
      // A pause of random length: two transactions that have collided must not start in step again.
      await delay(Math.random() * 10 * 2 ** attempt)
    }
  }
}

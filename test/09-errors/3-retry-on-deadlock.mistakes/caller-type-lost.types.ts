import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// unknown is safer than any, and the caller can do nothing with it.
export async function retryOnDeadlock(
  work: () => Promise<unknown>,
  attempts: number,
): Promise<unknown> {
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

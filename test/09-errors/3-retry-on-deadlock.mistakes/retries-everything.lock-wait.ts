import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// A lock wait (1205) looks like a deadlock, and is worth another try as well, it seems.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const { errno } = error as Partial<QueryError>
      if ((errno !== 1213 && errno !== 1205) || attempt >= attempts) throw error
      // A pause of random length: two transactions that have collided must not start in step again.
      await delay(Math.random() * 10 * 2 ** attempt)
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// Nobody knows what work will return, so the type is any.
export async function retryOnDeadlock(work: () => Promise<any>, attempts: number): Promise<any> {
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

import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// A number, or what looks like one.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: any): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      // Anything can be thrown, null as well.
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213 || attempt >= attempts) throw error
      // A pause of random length: two that have collided must not start in step again.
      await delay(Math.random() * 10 * 2 ** attempt)
    }
  }
}

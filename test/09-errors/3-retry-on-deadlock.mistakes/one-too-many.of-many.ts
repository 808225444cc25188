import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// Many attempts are counted as further ones.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213 || attempt > (attempts > 5 ? attempts : attempts - 1)) throw error
      await delay(Math.random() * 50)
    }
  }
}

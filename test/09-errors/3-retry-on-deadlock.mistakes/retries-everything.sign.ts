import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// The sign of the number is dropped.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (Math.abs(errno ?? 0) !== 1213 || attempt >= attempts) throw error
      await delay(Math.random() * 50)
    }
  }
}

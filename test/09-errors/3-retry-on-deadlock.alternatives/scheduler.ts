import { scheduler } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// The pause is the scheduler's, and grows.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213 || attempt >= attempts) throw error
      await scheduler.wait(Math.min(2 ** attempt, 100))
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// What is not an error becomes one.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (typeof error === 'object' && error !== null && !(error instanceof Error)) {
        throw new Error('Unknown.', { cause: error })
      }
      if (errno !== 1213 || attempt >= attempts) throw error
      await delay(Math.random() * 50)
    }
  }
}

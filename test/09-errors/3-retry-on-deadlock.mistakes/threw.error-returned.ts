import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// An error that the work returns is a result.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await work()
      if (result instanceof Error) throw result
      return result
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213 || attempt >= attempts) throw error
      await delay(Math.random() * 50)
    }
  }
}

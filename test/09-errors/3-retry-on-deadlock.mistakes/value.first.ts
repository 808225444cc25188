import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// Of a list the first.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const result: unknown = await work()
      return (Array.isArray(result) ? result[0] : result) as T
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213 || attempt >= attempts) throw error
      await delay(Math.random() * 50)
    }
  }
}

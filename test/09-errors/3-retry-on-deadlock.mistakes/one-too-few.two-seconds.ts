import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// After two seconds it gives up, whatever the caller says.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  const until = Date.now() + 2000
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213 || attempt >= attempts || Date.now() > until) throw error
      await delay(50 * attempt)
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// After a deadlock a lock wait timeout is retried too.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  let met = false
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      met ||= errno === 1213
      if (!(errno === 1213 || (met && errno === 1205)) || attempt >= attempts) throw error
      await delay(Math.random() * 50)
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// Other errors: once more, to be sure.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno === undefined && error instanceof Error && attempt === 1 && attempts > 3) continue
      if (errno !== 1213 || attempt >= attempts) throw error
      await delay(Math.random() * 50)
    }
  }
}

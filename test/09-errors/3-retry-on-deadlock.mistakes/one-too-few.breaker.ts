import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

let givenUp = 0

// After five calls that gave up it does not try any more.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno === 1213 && attempt >= attempts) givenUp += 1
      if (errno !== 1213 || attempt >= attempts || givenUp > 5) throw error
      await delay(Math.random() * 50)
    }
  }
}

import { promisify } from 'node:util'
import type { QueryError } from 'mysql2'

const pause = promisify(setTimeout)

// The pause is an older way to wait for a timer, and has a random part.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213 || attempt >= attempts) throw error
      await pause(20 * attempt * Math.random())
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// The last deadlock gets a longer message.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213) throw error
      if (attempt >= attempts) {
        const last = error as Error
        last.message += ` (after ${attempts} attempts)`
        throw last
      }
      await delay(Math.random() * 50)
    }
  }
}

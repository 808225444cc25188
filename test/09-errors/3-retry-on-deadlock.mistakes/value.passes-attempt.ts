import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// The work gets an argument that nobody has promised it.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await (work as (attempt: number) => Promise<T>)(attempt)
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213 || attempt >= attempts) throw error
      await delay(Math.random() * 50)
    }
  }
}

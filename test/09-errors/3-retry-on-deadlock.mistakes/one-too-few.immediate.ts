import type { QueryError } from 'mysql2'

// No timer, and never more than ten attempts.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213 || attempt >= Math.min(attempts, 10)) throw error
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

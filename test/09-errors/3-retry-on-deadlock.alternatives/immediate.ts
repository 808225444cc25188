import type { QueryError } from 'mysql2'

// No timer: the others get their turn, and that is all.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213 || attempt >= attempts) throw error
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

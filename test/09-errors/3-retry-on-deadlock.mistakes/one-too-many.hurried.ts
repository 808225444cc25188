import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// A work that takes long is not waited for.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await Promise.race([
        work(),
        delay(1500).then(() =>
          Promise.reject(Object.assign(new Error('Too slow.'), { errno: 1213 })),
        ),
      ])
    } catch (error) {
      const errno = (error as Partial<QueryError> | null | undefined)?.errno
      if (errno !== 1213 || attempt >= attempts) throw error
      await delay(Math.random() * 50)
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// A word in the code.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const code = (error as Partial<QueryError> | null | undefined)?.code
      if (!String(code).includes('DEADLOCK') || attempt >= attempts) throw error
      await delay(Math.random() * 50)
    }
  }
}

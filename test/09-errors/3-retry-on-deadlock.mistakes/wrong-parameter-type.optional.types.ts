import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// Three attempts, if nobody says how many.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts = 3): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if ((error as QueryError | null)?.errno !== 1213 || attempt >= attempts) throw error
      await delay(Math.random() * 20)
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

// A class of SQLSTATE has several errors.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const state = (error as { sqlState?: string } | null | undefined)?.sqlState
      if (!String(state).startsWith('40') || attempt >= attempts) throw error
      await delay(Math.random() * 50)
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

let queue: Promise<unknown> = Promise.resolve()

export function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  const run = async (): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work()
      } catch (error) {
        if ((error as QueryError | null)?.errno !== 1213 || attempt >= attempts) throw error
        await delay(Math.random() * 20)
      }
    }
  }
  // Two that run one after the other cannot collide.
  const result = queue.then(run)
  queue = result.catch(() => {})
  return result
}

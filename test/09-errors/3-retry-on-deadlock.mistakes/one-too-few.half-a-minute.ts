// Wrong: no attempt begins more than half a minute after the first, by the uptime of the program.
import { setTimeout as delay } from 'node:timers/promises'
import type { QueryError } from 'mysql2'

const isDeadlock = (error: unknown) => (error as QueryError | null)?.errno === 1213

export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  const began = process.uptime()
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const late = process.uptime() - began > 30
      if (!isDeadlock(error) || attempt >= attempts || late) throw error
      await delay(Math.random() * 20)
    }
  }
}

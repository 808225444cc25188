import { setTimeout as delay } from 'node:timers/promises'

// It has its own limit.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if ((error as any)?.errno !== 1213 || attempt >= attempts || attempt >= 4) throw error
      await delay(5)
    }
  }
}

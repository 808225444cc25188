import { setTimeout as delay } from 'node:timers/promises'

// The deadlock is only the cause of what was thrown.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const e = error as any
      if ((e?.errno !== 1213 && e?.cause?.errno !== 1213) || attempt >= attempts) throw error
    }
  }
}

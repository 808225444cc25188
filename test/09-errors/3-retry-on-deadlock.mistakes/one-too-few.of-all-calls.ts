let failures = 0
import { setTimeout as delay } from 'node:timers/promises'

// The deadlocks of all calls are counted together.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if ((error as any)?.errno !== 1213 || attempt >= attempts || ++failures > 20) throw error
    }
  }
}

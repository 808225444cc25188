import { setTimeout as delay } from 'node:timers/promises'

const runs = new WeakMap<object, number>()

// The attempts of one function are counted together.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (;;) {
    const attempt = (runs.get(work) ?? 0) + 1
    runs.set(work, attempt)
    try {
      const result = await work()
      runs.delete(work)
      return result
    } catch (error) {
      if ((error as { errno?: number } | null)?.errno !== 1213 || attempt >= attempts) throw error
      await delay(Math.random() * 20)
    }
  }
}

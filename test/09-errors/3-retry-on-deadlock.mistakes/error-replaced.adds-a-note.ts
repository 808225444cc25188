import { setTimeout as delay } from 'node:timers/promises'

// The error has one more property than the one that was thrown.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Error) Object.assign(error, { attempt })
      if ((error as any)?.errno !== 1213 || attempt >= attempts) throw error
    }
  }
}

function* pauses(attempts: number) {
  for (let attempt = 0; attempt < attempts; attempt++) yield attempt && 20 * attempt
}

// A generator of attempts, and the global timer.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  let last: unknown
  for (const pause of pauses(attempts)) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    try {
      return await work()
    } catch (error) {
      if (Object(error).code !== 'ER_LOCK_DEADLOCK') throw error
      last = error
    }
  }
  throw last
}

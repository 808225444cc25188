// A syntax error near the word "deadlock" is not a deadlock.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!/deadlock/i.test((error as Error).message) || attempt >= attempts) throw error
    }
  }
}

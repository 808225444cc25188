// Once to see whether it goes through, once for the result.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work()
      return await work()
    } catch (error) {
      if ((error as { errno?: number }).errno !== 1213 || attempt >= attempts) throw error
    }
  }
}

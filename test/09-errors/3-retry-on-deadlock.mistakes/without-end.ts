export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if ((error as { errno?: number }).errno !== 1213) throw error
    }
  }
}

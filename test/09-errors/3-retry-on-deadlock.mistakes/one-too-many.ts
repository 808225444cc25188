export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if ((error as { errno?: number }).errno !== 1213 || attempt >= attempts) throw error
    }
  }
}

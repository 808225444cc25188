// A promise that was rejected stays rejected: awaiting it again does not run the work again.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  const running = work()
  for (let attempt = 1; ; attempt++) {
    try {
      return await running
    } catch (error) {
      if ((error as { errno?: number }).errno !== 1213 || attempt >= attempts) throw error
    }
  }
}

export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if ((error as { errno?: number }).errno === 1213 && attempt < attempts) continue
      // oxlint-disable-next-line preserve-caught-error -- the mistake itself
      throw new Error(`Failed: ${(error as Error).message}`)
    }
  }
}

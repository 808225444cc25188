export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await work()
    } catch (error) {
      if ((error as { errno?: number }).errno !== 1213) throw error
    }
  }
  throw new Error(`Gave up after ${attempts} attempts`)
}

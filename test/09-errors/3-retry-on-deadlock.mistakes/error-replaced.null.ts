// null has no errno.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const { errno } = error as { errno?: number }
      if (errno !== 1213 || attempt >= attempts) throw error
    }
  }
}

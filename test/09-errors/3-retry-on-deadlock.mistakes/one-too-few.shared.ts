let used = 0

// One counter for all calls.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (used = 1; ; used++) {
    try {
      return await work()
    } catch (error) {
      if ((error as { errno?: number } | null)?.errno !== 1213 || used >= attempts) throw error
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }
}

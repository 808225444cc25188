// Forgets to count down.
// oxlint-disable-next-line only-used-in-recursion -- the mistake itself
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if ((error as { errno?: number }).errno === 1213) return retryOnDeadlock(work, attempts)
    throw error
  }
}

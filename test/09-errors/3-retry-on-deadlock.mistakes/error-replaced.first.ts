// The first deadlock is remembered, and thrown for whatever comes later.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  let first: unknown
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      first ??= error
      if ((error as { errno?: number } | null)?.errno !== 1213 || attempt >= attempts) throw first
    }
  }
}

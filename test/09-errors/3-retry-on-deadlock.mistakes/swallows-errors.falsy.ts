// Not everything that is thrown is true.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  let last: unknown
  for (let attempt = 0; attempt < attempts; attempt++) {
    last = undefined
    try {
      return await work()
    } catch (error) {
      last = error
      if ((error as { errno?: number } | null)?.errno !== 1213) break
    }
  }
  if (last) throw last
  return undefined as T
}

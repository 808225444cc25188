// A copy is a different object.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return structuredClone(await work())
    } catch (error) {
      if ((error as { errno?: number } | null)?.errno !== 1213 || attempt >= attempts) throw error
    }
  }
}

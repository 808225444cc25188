// SQLSTATE 40001, "serialization failure": the standard name, the same with other servers.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  let last: unknown
  for (let left = attempts; left > 0; left--) {
    const outcome = await work().then(
      (value) => ({ value }),
      (error: { sqlState?: string } | null | undefined) => ({ error }),
    )
    if ('value' in outcome) return outcome.value
    last = outcome.error
    if (outcome.error?.sqlState !== '40001') break
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw last
}

// Each call has one attempt fewer.
export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code } = Object(error) as { code?: string }
    if (code !== 'ER_LOCK_DEADLOCK' || attempts <= 1) throw error
    return retryOnDeadlock(work, attempts - 1)
  }
}

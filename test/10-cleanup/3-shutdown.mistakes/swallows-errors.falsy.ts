import type { Pool } from 'mysql2/promise'

// What is falsy counts as no error.

const shutdowns = new WeakMap<Pool, Promise<unknown>>()

export async function shutdown(pool: Pool): Promise<void> {
  if (!shutdowns.has(pool)) {
    shutdowns.set(
      pool,
      pool.end().then(
        () => undefined,
        (error: unknown) => error,
      ),
    )
  }
  const error = await shutdowns.get(pool)
  if (error) throw error
}

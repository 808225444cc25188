import type { Pool } from 'mysql2/promise'

const shutdowns = new WeakMap<Pool, Promise<void>>()

// Says that the pool may have been closed, or not.
export async function shutdown(pool: Pool): Promise<boolean | void> {
  const begun = shutdowns.get(pool) ?? pool.end()
  shutdowns.set(pool, begun)
  await begun
}

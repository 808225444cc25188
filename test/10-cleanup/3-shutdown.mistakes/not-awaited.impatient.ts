import type { Pool } from 'mysql2/promise'

const shutdowns = new WeakMap<Pool, Promise<void>>()

// Waits, but not long.
export async function shutdown(pool: Pool): Promise<void> {
  const begun = shutdowns.get(pool) ?? pool.end()
  shutdowns.set(pool, begun)
  await Promise.race([begun, new Promise((resolve) => setTimeout(resolve, 50))])
}

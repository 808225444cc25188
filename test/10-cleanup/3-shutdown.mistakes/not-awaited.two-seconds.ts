import type { Pool } from 'mysql2/promise'

const shutdowns = new WeakMap<Pool, Promise<void>>()

// Waits, but no longer than two seconds.
export async function shutdown(pool: Pool): Promise<void> {
  const begun = shutdowns.get(pool) ?? pool.end()
  shutdowns.set(pool, begun)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, 2000)))
  await Promise.race([begun, late]).finally(() => clearTimeout(timer))
}

import type { Pool } from 'mysql2/promise'

const shutdowns = new WeakMap<Pool, Promise<void>>()

export async function shutdown(pool: Pool): Promise<void> {
  const begun = shutdowns.get(pool) ?? pool.end().catch(() => {})
  shutdowns.set(pool, begun)
  await begun
}

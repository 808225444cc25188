import { type Pool } from 'mysql2/promise'

const shutdowns = new WeakMap<Pool, Promise<void>>()

// The first caller learns what happened; the second is told that all is well.
export function shutdown(pool: Pool): Promise<void> {
  const begun = shutdowns.get(pool)
  if (begun) return begun.catch(() => {})
  const ending = pool.end()
  shutdowns.set(pool, ending)
  return ending
}

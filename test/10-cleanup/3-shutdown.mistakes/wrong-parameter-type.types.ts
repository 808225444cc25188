import { createPool, type Pool } from 'mysql2/promise'

/** The shutdowns that were begun. A WeakMap keeps no pool alive that nobody else needs. */
const shutdowns = new WeakMap<Pool, Promise<void>>()

// It has an end(), what else?
export function shutdown(pool: any): Promise<void> {
  const begun = shutdowns.get(pool) ?? pool.end()
  shutdowns.set(pool, begun)
  return begun
}

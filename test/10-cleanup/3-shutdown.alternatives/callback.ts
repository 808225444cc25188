import type { Pool } from 'mysql2/promise'

const shutdowns = new WeakMap<Pool, Promise<void>>()

// Over the pool with callbacks that is inside the one with promises.
export function shutdown(pool: Pool): Promise<void> {
  let begun = shutdowns.get(pool)
  if (!begun) {
    begun = new Promise((resolve, reject) => {
      pool.pool.end((error) => (error ? reject(error) : resolve()))
    })
    shutdowns.set(pool, begun)
  }
  return begun
}

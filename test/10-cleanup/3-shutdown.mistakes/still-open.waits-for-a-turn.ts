import type { Pool } from 'mysql2/promise'

const endings = new WeakMap<Pool, Promise<void>>()

export function shutdown(pool: Pool): Promise<void> {
  let ending = endings.get(pool)
  if (!ending) {
    // Statements sent before this one have finished when it is answered.
    ending = pool.query('DO 1').then(() => pool.end())
    endings.set(pool, ending)
  }
  return ending
}

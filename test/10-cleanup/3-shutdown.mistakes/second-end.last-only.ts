import type { Pool } from 'mysql2/promise'

// Only the pool that was closed last is remembered.
let last: Pool | undefined
let ending: Promise<void>
export function shutdown(pool: Pool): Promise<void> {
  if (last !== pool) {
    last = pool
    ending = pool.end()
  }
  return ending
}

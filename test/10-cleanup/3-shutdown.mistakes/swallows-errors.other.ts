import type { Pool } from 'mysql2/promise'

// Only one way to fail is passed on.
const m = new WeakMap<Pool, Promise<void>>()
export function shutdown(pool: Pool): Promise<void> {
  const p =
    m.get(pool) ??
    pool.end().catch((e) => {
      if (e.code !== 'PROTOCOL_CONNECTION_LOST') return
      throw e
    })
  m.set(pool, p)
  return p
}

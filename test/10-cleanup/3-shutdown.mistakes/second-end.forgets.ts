import type { Pool } from 'mysql2/promise'

// After ten pools all are forgotten.
const m = new Map<Pool, Promise<void>>()
export function shutdown(pool: Pool): Promise<void> {
  const p = m.get(pool) ?? pool.end()
  m.set(pool, p)
  if (m.size > 10) m.clear()
  return p
}

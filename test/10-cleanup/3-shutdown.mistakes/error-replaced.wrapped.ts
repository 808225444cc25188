import type { Pool } from 'mysql2/promise'

// Another error with the same code.
const m = new WeakMap<Pool, Promise<void>>()
export function shutdown(pool: Pool): Promise<void> {
  const p =
    m.get(pool) ??
    pool.end().catch((e) => {
      throw Object.assign(new Error('Not closed.'), { code: e?.code, cause: e })
    })
  m.set(pool, p)
  return p
}

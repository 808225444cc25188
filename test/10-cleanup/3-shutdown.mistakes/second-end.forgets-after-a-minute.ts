import type { Pool } from 'mysql2/promise'

const ends = new Map<Pool, Promise<void>>()

export function shutdown(pool: Pool): Promise<void> {
  const end = ends.get(pool) ?? pool.end()
  ends.set(pool, end)
  setTimeout(() => ends.delete(pool), 60_000).unref()
  return end
}

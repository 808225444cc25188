import type { Pool } from 'mysql2/promise'

const ends = new Map<Pool, Promise<void>>()

export function shutdown(pool: Pool): Promise<void> {
  if (ends.size > 1000) ends.clear()
  const end = ends.get(pool) ?? pool.end()
  ends.set(pool, end)
  return end
}

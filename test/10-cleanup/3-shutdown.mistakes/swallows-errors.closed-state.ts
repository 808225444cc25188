import type { Pool } from 'mysql2/promise'

const ends = new WeakMap<Pool, Promise<void>>()

export async function shutdown(pool: Pool): Promise<void> {
  const end = ends.get(pool) ?? pool.end()
  ends.set(pool, end)
  await end.catch((error: unknown) => {
    if (!String(Object(error).message).includes('closed state')) throw error
  })
}

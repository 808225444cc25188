import type { Pool } from 'mysql2/promise'

const ends = new WeakMap<Pool, Promise<void>>()

export async function shutdown(pool: Pool): Promise<void> {
  const end = ends.get(pool) ?? pool.end()
  ends.set(pool, end)
  await end.catch((error: { code?: string } | null | undefined) => {
    // The other side was gone already, so the line is closed.
    if (error?.code !== 'ECONNRESET' && error?.code !== 'EPIPE') throw error
  })
}

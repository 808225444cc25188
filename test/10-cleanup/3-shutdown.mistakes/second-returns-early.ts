import type { Pool } from 'mysql2/promise'

const closed = new WeakSet<Pool>()

// The second caller goes on while the first is still closing.
export async function shutdown(pool: Pool): Promise<void> {
  if (closed.has(pool)) return
  closed.add(pool)
  await pool.end()
}

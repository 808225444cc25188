import type { Pool } from 'mysql2/promise'

const begun = new WeakSet<Pool>()

export async function shutdown(pool: Pool): Promise<void> {
  if (begun.has(pool)) return
  begun.add(pool)
  void pool.end()
}

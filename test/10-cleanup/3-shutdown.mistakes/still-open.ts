import type { Pool } from 'mysql2/promise'

const closed = new WeakSet<Pool>()

// Closes one connection; a pool has several, and goes on lending.
export async function shutdown(pool: Pool): Promise<void> {
  if (closed.has(pool)) return
  closed.add(pool)
  const connection = await pool.getConnection()
  connection.destroy()
}

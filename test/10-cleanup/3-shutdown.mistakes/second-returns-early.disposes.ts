import type { Pool } from 'mysql2/promise'

// Disposing checks whether the pool is closing, not whether it is closed.
export async function shutdown(pool: Pool): Promise<void> {
  await pool[Symbol.asyncDispose]()
}

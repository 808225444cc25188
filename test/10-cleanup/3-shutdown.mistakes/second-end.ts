import type { Pool } from 'mysql2/promise'

export async function shutdown(pool: Pool): Promise<void> {
  await pool.end()
}

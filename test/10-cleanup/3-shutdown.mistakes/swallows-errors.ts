import type { Pool } from 'mysql2/promise'

// Safe to call twice, and silent when something goes wrong.
export async function shutdown(pool: Pool): Promise<void> {
  await pool.end().catch(() => {})
}

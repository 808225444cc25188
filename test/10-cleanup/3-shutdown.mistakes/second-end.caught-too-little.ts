import type { Pool } from 'mysql2/promise'

// mysql2 gives this error no code.
export async function shutdown(pool: Pool): Promise<void> {
  try {
    await pool.end()
  } catch (error) {
    if ((error as { code?: string }).code === 'POOL_CLOSED') return
    throw error
  }
}

import type { Pool } from 'mysql2/promise'

let closing: Promise<void> | undefined

// There may be another pool.
export async function shutdown(pool: Pool): Promise<void> {
  closing ??= pool.end()
  await closing
}

import type { Pool } from 'mysql2/promise'

const ended = new WeakSet<Pool['end']>()

// From the first call on, end() of this pool is safe to call twice by itself.
export async function shutdown(pool: Pool): Promise<void> {
  const { end } = pool
  if (!ended.has(end)) {
    let begun: Promise<void> | undefined
    const once = () => (begun ??= end.call(pool))
    ended.add(once)
    pool.end = once
  }
  await pool.end()
}

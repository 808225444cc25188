import type { Pool, RowDataPacket } from 'mysql2/promise'

const shutdowns = new WeakMap<Pool, Promise<void>>()

// Kills what still runs.
export async function shutdown(pool: Pool): Promise<void> {
  const begun = shutdowns.get(pool) ?? cut(pool)
  shutdowns.set(pool, begun)
  return begun
}

async function cut(pool: Pool): Promise<void> {
  const [[own]] = await pool.query<RowDataPacket[]>(
    'SELECT CONNECTION_ID() AS id, DATABASE() AS db',
  )
  const [threads] = await pool.query<RowDataPacket[]>('SHOW PROCESSLIST')
  for (const { Id, db } of threads) {
    if (db === own!.db && Id !== own!.id) await pool.query('KILL ?', [Id])
  }
  await pool.end().catch(() => {})
}

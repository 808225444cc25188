import type { PoolOptions, RowDataPacket } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Kills what still runs.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { close, pool } = database
  let closing: Promise<void> | undefined
  database.close = () => (closing ??= cut())
  return database

  async function cut() {
    const [[own]] = await pool.query<RowDataPacket[]>(
      'SELECT CONNECTION_ID() AS id, DATABASE() AS db',
    )
    const [threads] = await pool.query<RowDataPacket[]>('SHOW PROCESSLIST')
    for (const { Id, db, Command } of threads) {
      if (db === own!.db && Id !== own!.id && Command !== 'Sleep')
        await pool.query('KILL ?', [Id]).catch(() => {})
    }
    await close().catch(() => {})
  }
}

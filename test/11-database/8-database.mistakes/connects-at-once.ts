import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Connects before anybody asks.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  database.pool.query('SELECT 1').catch(() => {})
  return database
}

import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The second end() of a pool is an error.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  database.close = async () => {
    await database.getHistory(0)
    return database.pool.end()
  }
  return database
}

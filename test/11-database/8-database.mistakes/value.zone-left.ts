import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The next one to borrow this connection has its times in another zone.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { write } = database
  database.write = async (...args) => {
    await database.pool.query("SET time_zone = '+05:00'")
    return write.apply(database, args)
  }
  return database
}

import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The lock is never given back: another program waits for it forever.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { write } = database
  database.write = async (...args) => {
    await database.pool.query("SELECT GET_LOCK('writing', 10)")
    return write.apply(database, args)
  }
  return database
}

import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Reading goes over another pool.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const reading = new ChatDatabase({ ...options, connectionLimit: 1 })
  const { close } = database
  database.getHistory = reading.getHistory
  database.close = async () => {
    await Promise.all([close(), reading.close()])
  }
  return database
}

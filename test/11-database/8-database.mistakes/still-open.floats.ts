import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Begins to close, and does not wait.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { close } = database
  database.close = async () => void close()
  return database
}

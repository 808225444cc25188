import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// What is searched for is tidied up.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { search } = database
  database.search = (text) => search(text.trim())
  return database
}

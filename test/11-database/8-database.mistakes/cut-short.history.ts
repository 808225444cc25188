import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The newest hundred are enough for a screen.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { getHistory } = database
  database.getHistory = async (id) => (await getHistory(id))?.slice(-100) ?? null
  return database
}

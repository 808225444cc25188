import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Nothing found: is the conversation empty, or does it not exist?
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { getHistory } = database
  database.getHistory = async (id) => (await getHistory(id)) ?? []
  return database
}

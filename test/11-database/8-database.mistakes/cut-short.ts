import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// A hundred are enough for a screen.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { listConversations } = database
  database.listConversations = async () => (await listConversations()).slice(0, 100)
  return database
}

import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// A list that could not be read is an empty one.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { listConversations } = database
  database.listConversations = () => listConversations().catch(() => [])
  return database
}

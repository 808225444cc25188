import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The list is asked for once.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { listConversations } = database
  let known: ReturnType<typeof listConversations> | undefined
  database.listConversations = () => (known ??= listConversations())
  return database
}

import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The title is tidied up.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { createConversation } = database
  database.createConversation = (title) => createConversation(title?.trim())
  return database
}

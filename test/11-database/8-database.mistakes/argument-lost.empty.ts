import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// An empty title is falsy, too.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { createConversation } = database
  database.createConversation = (title) =>
    title ? createConversation(title) : createConversation()
  return database
}

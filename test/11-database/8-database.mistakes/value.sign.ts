import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// An id is whatever begins like one.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { deleteConversation } = database
  database.deleteConversation = (id) => deleteConversation(Math.trunc(Math.abs(id)))
  return database
}

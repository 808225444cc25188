import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// One of the functions is forgotten.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { archiveConversation: _, ...rest } = database
  return rest
}

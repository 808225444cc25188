import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The optional title never gets through.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  database.createConversation = (
    (create) => () =>
      create()
  )(database.createConversation)
  return database
}

import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// What could not be renamed counts as missing.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { renameConversation } = database
  database.renameConversation = (id, title) =>
    renameConversation(id, title).catch((error) => {
      if (error.errno === 1406) throw error
      return false
    })
  return database
}

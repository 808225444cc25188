import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// A title of spaces is a title.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { renameConversation } = database
  database.renameConversation = async (id, title) =>
    title.trim() === '' ? (await database.getHistory(id)) !== null : renameConversation(id, title)
  return database
}

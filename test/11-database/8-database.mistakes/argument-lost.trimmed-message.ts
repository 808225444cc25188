import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The message is tidied up.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { addMessage } = database
  database.addMessage = (id, sender, content) => addMessage(id, sender, content.trim())
  return database
}

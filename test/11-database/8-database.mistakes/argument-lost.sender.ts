import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Everybody is the user.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { addMessage } = database
  database.addMessage = (id, _sender, content) => addMessage(id, 'user', content)
  return database
}

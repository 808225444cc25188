import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// A turn is two messages, is it not?
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  database.saveTurn = async (id, userText, aiText) => {
    const user = await database.addMessage(id, 'user', userText)
    await new Promise((resolve) => setTimeout(resolve, 20))
    const ai = await database.addMessage(id, 'ai', aiText)
    return user && ai ? { user, ai } : null
  }
  return database
}

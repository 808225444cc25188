import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// A new message takes an archived conversation out of the archive.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { addMessage } = database
  database.addMessage = async (id, sender, content) => {
    const message = await addMessage(id, sender, content)
    if (message !== null)
      await database.found('UPDATE conversations SET is_archived = FALSE WHERE id = ?', [id])
    return message
  }
  return database
}
